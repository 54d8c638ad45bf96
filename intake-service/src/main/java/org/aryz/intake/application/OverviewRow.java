package org.aryz.intake.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.InlineRow;
import org.aryz.intake.Jurisdiction;
import org.aryz.intake.Priority;
import org.aryz.intake.Status;
import org.jspecify.annotations.Nullable;

/** The line of a complaint in lists, written with the events that change it. */
record OverviewRow(
        UUID id,
        String reference,
        Status status,
        Jurisdiction jurisdiction,
        String organisation,
        List<String> sharedWith,
        @Nullable Priority priority,
        Instant receivedAt,
        long version) {

    static InlineRow of(UUID complaint, long version, CaseFile file) {
        var dossier = file.complaint().dossier();
        var row = new OverviewRow(
                complaint,
                dossier.reference(),
                file.complaint().status(),
                dossier.jurisdiction(),
                dossier.organisation(),
                dossier.sharedWith(),
                file.priority(),
                file.receivedAt(),
                version);
        return new InlineRow("intake.upsert_overview", IntakeJson.write(row));
    }
}
