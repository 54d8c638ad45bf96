package org.aryz.referral.proceedings;

import org.aryz.referral.Code;

/** A body of the United Nations that complaints go to. */
public enum InternationalBody implements Code {
    HRC,
    CAT,
    SPECIAL_PROCEDURES,
    WGAD,
    OTHER
}
