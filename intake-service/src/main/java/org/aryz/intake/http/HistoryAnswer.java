package org.aryz.intake.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.intake.application.IntakeJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a complaint, in order. Public data as it is stored; sealed units are not opened. */
@Schema(name = "History")
public record HistoryAnswer(List<Entry> events) {

    /** One event. */
    @Schema(name = "HistoryEntry")
    public record Entry(
            long version,
            UUID id,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            String organisation,
            @JsonRawValue @Schema(implementation = Object.class) String data) {

        private static Entry of(RecordedEvent event) {
            var envelope = IntakeJson.read(event.metadata(), JsonNode.class);
            return new Entry(
                    event.version(),
                    event.id(),
                    event.type(),
                    event.occurredAt(),
                    event.recordedAt(),
                    envelope.path("actor").asText(),
                    envelope.path("organisation").asText(),
                    event.data());
        }
    }

    static HistoryAnswer of(List<RecordedEvent> events) {
        return new HistoryAnswer(events.stream().map(Entry::of).toList());
    }
}
