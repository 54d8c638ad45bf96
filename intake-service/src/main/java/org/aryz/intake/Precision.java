package org.aryz.intake;

/** How exactly the time of an act is known. */
public enum Precision implements Code {
    HOUR,
    DAY
}
