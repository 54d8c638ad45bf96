package org.aryz.intake;

/** The kind of a medical examination. */
public enum ExamKind implements Code {
    GENERAL,
    FORENSIC,
    PSYCHOLOGICAL,
    SWABS
}
