package org.aryz.intake;

/** Why data are erased although duties of the case are open. */
public enum OverrideReason implements Code {
    PERSON_AT_RISK,
    COURT_ORDER,
    PERSON_INSISTS
}
