package org.aryz.intake;

/** How a detention ended. */
public enum DetentionEnd implements Code {
    BEFORE_JUDGE,
    RELEASED,
    MOVED
}
