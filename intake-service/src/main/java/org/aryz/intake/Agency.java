package org.aryz.intake;

/** The agency of the alleged perpetrator. */
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
