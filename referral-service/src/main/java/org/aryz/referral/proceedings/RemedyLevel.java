package org.aryz.referral.proceedings;

import org.aryz.referral.Code;

/** To whom a complaint or appeal goes. */
public enum RemedyLevel implements Code {
    PROSECUTOR,
    JUDGE,
    COURT,
    APPEAL_COURT
}
