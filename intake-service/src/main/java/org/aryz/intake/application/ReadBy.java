package org.aryz.intake.application;

import java.util.UUID;

/** Who reads personal data, and by which request. */
public record ReadBy(String organisation, String actor, UUID correlationId) {}
