package org.aryz.intake;

/** Of whom a complaint holds personal data. */
public enum Person implements Code {
    COMPLAINANT,
    VICTIM,
    REPRESENTATIVE
}
