package org.aryz.intake;

/** Who asked that a person's data be erased. */
public enum ErasureRequester implements Code {
    PERSON,
    RELATIVE,
    LEGAL_REPRESENTATIVE,
    AUTHORITY,
    OWN_REVIEW
}
