package org.aryz.referral.proceedings;

import org.aryz.referral.Code;

/** Gravity of an offence; decides the length of limitation. */
public enum OffenceClass implements Code {
    SMALL_GRAVITY,
    LESS_GRAVE,
    GRAVE,
    ESPECIALLY_GRAVE
}
