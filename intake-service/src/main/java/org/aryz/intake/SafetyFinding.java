package org.aryz.intake;

/** What the safety review found: does the person wish to withdraw freely? */
public enum SafetyFinding implements Code {
    FREE_WILL,
    COERCED,
    UNCLEAR
}
