package org.aryz.intake;

/** Sex of a person, as told. */
public enum Sex implements Code {
    FEMALE,
    MALE,
    OTHER
}
