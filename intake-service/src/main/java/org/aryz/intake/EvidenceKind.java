package org.aryz.intake;

/** What a piece of evidence is. */
public enum EvidenceKind implements Code {
    PHOTOGRAPH,
    VIDEO,
    AUDIO,
    DOCUMENT,
    MEDICAL_RECORD,
    DETENTION_PROTOCOL,
    WITNESS_STATEMENT,
    CLOTHING,
    OTHER
}
