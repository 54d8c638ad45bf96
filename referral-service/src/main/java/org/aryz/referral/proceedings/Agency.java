package org.aryz.referral.proceedings;

import org.aryz.referral.Code;

/** Whom a suspect served. */
public enum Agency implements Code {
    CRIMINAL_POLICE,
    PATROL_POLICE,
    SPECIAL_FORCES,
    SECURITY_SERVICE,
    PENITENTIARY_SERVICE,
    PROSECUTOR,
    ARMY,
    BORDER_SERVICE,
    OTHER_OFFICIAL,
    PRIVATE_PERSON
}
