package org.aryz.intake;

/** The sort of place where a doctor saw the person. */
public enum FacilityKind implements Code {
    HOSPITAL,
    OUTPATIENT,
    AMBULANCE,
    TEMPORARY_DETENTION,
    PRE_TRIAL_DETENTION,
    PRISON_HOSPITAL,
    PRIVATE_PRACTICE,
    OTHER
}
