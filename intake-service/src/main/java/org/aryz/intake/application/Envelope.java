package org.aryz.intake.application;

import java.util.List;
import java.util.UUID;
import org.aryz.intake.Dossier;
import org.aryz.intake.Jurisdiction;

/** What every event says beside its own data, as all services write it; stored with the event and published with it. */
record Envelope(
        UUID complaintId,
        String reference,
        Jurisdiction jurisdiction,
        String organisation,
        List<String> sharedWith,
        String actor,
        UUID correlationId) {

    static Envelope of(UUID complaint, Dossier dossier, Request request) {
        return of(complaint, dossier, request.actor(), request.correlationId());
    }

    static Envelope of(UUID complaint, Dossier dossier, String actor, UUID correlationId) {
        return new Envelope(
                complaint,
                dossier.reference(),
                dossier.jurisdiction(),
                dossier.organisation(),
                dossier.sharedWith(),
                actor,
                correlationId);
    }
}
