package org.aryz.notification.application;

import java.util.Locale;

/** What a recipient is to complaints: a step of the ladder that an alert climbs while nobody takes note. */
public enum Role {
    CASE_WORKER,
    LAWYER,
    COORDINATOR,

    /** Keeps the house running: told of its alarms, never of complaints. */
    OPERATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
