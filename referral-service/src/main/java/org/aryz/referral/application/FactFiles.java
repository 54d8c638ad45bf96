package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.Cut;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.seal.Opened;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.proceedings.Proceedings;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.aryz.referral.proceedings.ProceedingsEvent.FactRecorded;
import org.jspecify.annotations.Nullable;

/** What people read of the facts of proceedings. */
@ApplicationScoped
public class FactFiles {
    private final EventLog log;
    private final StoredForm<ProceedingsEvent> form;
    private final ComplaintsHeardOf complaints;
    private final Sealer sealer;

    public FactFiles(EventLog log, StoredForm<ProceedingsEvent> form, ComplaintsHeardOf complaints, Sealer sealer) {
        this.log = log;
        this.form = form;
        this.complaints = complaints;
        this.sealer = sealer;
    }

    /**
     * A fact as it was told.
     *
     * @param data its own fields, as JSON
     * @param note absent where there is none, where its key is gone, and for those who may not read it
     */
    public record FactFile(
            String kind,
            LocalDate occurredAt,
            @Nullable LocalDate receivedAt,
            Instant recordedAt,
            String data,
            @Nullable String note) {}

    /** Those that a cut of the log holds, in the order of telling. */
    public Uni<List<FactFile>> of(ComplaintId complaint, boolean withNotes, Cut cut) {
        return complaints
                .seenByCaller(complaint)
                .flatMap(_ -> log.readStream(StreamId.of(Proceedings.of(complaint)), 0))
                .map(events -> events.stream().filter(cut::holds).toList())
                .flatMap(events -> notes(withNotes ? events : List.of()).map(notes -> events.stream()
                        .flatMap(event -> file(event, notes))
                        .toList()));
    }

    private Uni<Map<UUID, Opened>> notes(List<RecordedEvent> events) {
        return sealer.open(
                events.stream().flatMap(event -> event.sealed().stream()).toList());
    }

    private Stream<FactFile> file(RecordedEvent event, Map<UUID, Opened> notes) {
        return form.decode(event) instanceof FactRecorded recorded
                ? Stream.of(new FactFile(
                        event.type(),
                        recorded.occurredAt(),
                        recorded.receivedAt(),
                        event.recordedAt(),
                        FactJson.FORM.written(recorded.fact()).toString(),
                        text(recorded.note(), notes)))
                : Stream.empty();
    }

    private static @Nullable String text(@Nullable UUID unit, Map<UUID, Opened> notes) {
        return unit != null && notes.get(unit) instanceof Opened.Plain plain
                ? new String(plain.bytes(), StandardCharsets.UTF_8)
                : null;
    }
}
