package org.aryz.intake;

/** Where a threat or reprisal comes from. */
public enum ThreatSource implements Code {
    POLICE,
    PRISON_STAFF,
    PROSECUTOR,
    UNKNOWN,
    OTHER
}
