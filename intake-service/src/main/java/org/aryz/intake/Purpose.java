package org.aryz.intake;

/** What an act is said to have been done for. */
public enum Purpose implements Code {
    CONFESSION,
    INFORMATION,
    PUNISHMENT,
    INTIMIDATION,
    EXTORTION,
    DISCRIMINATION,
    UNKNOWN
}
