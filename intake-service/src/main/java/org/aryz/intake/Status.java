package org.aryz.intake;

/** How far a complaint is. */
public enum Status implements Code {
    RECEIVED,
    TRIAGED,
    WITHDRAWAL_REQUESTED,
    CLOSED
}
