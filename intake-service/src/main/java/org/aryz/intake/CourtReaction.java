package org.aryz.intake;

/** What a court did when it was told of ill-treatment. */
public enum CourtReaction implements Code {
    NONE,
    RECORDED,
    ORDERED_CHECK,
    ORDERED_EXAMINATION,
    REFUSED
}
