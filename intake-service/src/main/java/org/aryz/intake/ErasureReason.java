package org.aryz.intake;

/** Why a person's data are erased. */
public enum ErasureReason implements Code {
    CONSENT_WITHDRAWN,
    NO_LONGER_NEEDED,
    UNLAWFULLY_HELD,
    OBJECTION,
    LEGAL_DUTY
}
