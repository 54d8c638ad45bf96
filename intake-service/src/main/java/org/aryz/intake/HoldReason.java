package org.aryz.intake;

/** Why nothing of a complaint may be erased for now. */
public enum HoldReason implements Code {
    COURT_PROCEEDINGS,
    INTERNATIONAL_PROCEEDINGS,
    AUTHORITY_ORDER,
    INTERNAL_INQUIRY
}
