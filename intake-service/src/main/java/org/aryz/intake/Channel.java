package org.aryz.intake;

/** How a complaint came. */
public enum Channel implements Code {
    PARTNER_SYSTEM,
    DESK,
    PHONE,
    DETENTION_VISIT,
    COURT_HEARING,
    MEDIA,
    HOSPITAL
}
