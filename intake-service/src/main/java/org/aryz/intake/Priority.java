package org.aryz.intake;

/** How soon a complaint must be worked on. */
public enum Priority implements Code {
    NORMAL,
    HIGH,
    URGENT
}
