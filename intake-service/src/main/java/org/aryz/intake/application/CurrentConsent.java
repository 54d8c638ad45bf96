package org.aryz.intake.application;

import org.aryz.intake.Consent;

/** The decision about one use that holds now, and its number among all decisions of the complaint. */
public record CurrentConsent(Consent consent, int version) {}
