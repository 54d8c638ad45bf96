package org.aryz.deadline.law;

/** How loudly an alert is to be told. */
public enum Severity {
    INFO,
    WARNING,
    URGENT,
    BREACH
}
