package org.aryz.intake;

/** What a person may agree to, each by itself. */
public enum ConsentUse implements Code {
    REFER,
    SHARE,
    STATISTICS
}
