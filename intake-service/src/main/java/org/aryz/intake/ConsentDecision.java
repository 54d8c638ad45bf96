package org.aryz.intake;

/** What a person says about one use. */
public enum ConsentDecision implements Code {
    GIVEN,
    LIMITED,
    WITHDRAWN
}
