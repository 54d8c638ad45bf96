package org.aryz.intake.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.Idempotency;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.Streams.Loaded;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.intake.Complaint;
import org.aryz.intake.Complaint.NotReceived;
import org.aryz.intake.ComplaintCommand;
import org.aryz.intake.ComplaintEvent;
import org.aryz.intake.ComplaintEvent.PersonalDataErased;

/**
 * What a command comes to: the append that makes it so, with envelope, overview row and idempotency key, and the answer
 * to give once that is committed.
 */
record Decision(Append append, Done done) {

    /** Decides; the sealed units go with the first event. */
    static Decision on(
            Loaded<Optional<CaseFile>> loaded,
            ComplaintCommand command,
            List<SealedUnit> units,
            Request request,
            StoredForm stored) {
        var file = loaded.state();
        var events = new ArrayList<NewEvent>();
        var erasures = new ArrayList<InlineRow>();
        for (var event : Complaint.decide(command, complaint(file))) {
            var happened = new Happened(event, when(event, file, request), events.isEmpty() ? units : List.of());
            events.add(stored.encode(happened));
            file = CaseFile.evolve(file, happened);
            if (event instanceof PersonalDataErased erased) {
                erasures.add(erasureOf(erased));
            }
        }
        return new Written(loaded, events, erasures, file.orElseThrow()).answering(command, request);
    }

    private static Complaint complaint(Optional<CaseFile> file) {
        return file.isPresent() ? file.get().complaint() : new NotReceived();
    }

    private static Instant when(ComplaintEvent event, Optional<CaseFile> file, Request request) {
        var told = event.occurredAt();
        return told == null || file.isEmpty()
                ? request.at()
                : told.start(file.get().complaint().dossier().zone());
    }

    /** Keys go in the transaction of the event that says so, or not at all. */
    private static InlineRow erasureOf(PersonalDataErased erased) {
        return new InlineRow("sealing.erase", IntakeJson.write(Map.of("units", erased.units())));
    }

    private record Written(
            Loaded<Optional<CaseFile>> loaded, List<NewEvent> events, List<InlineRow> erasures, CaseFile after) {
        Decision answering(ComplaintCommand command, Request request) {
            var id = loaded.stream().value();
            var version = loaded.version() + events.size();
            var answer = Answer.to(command, id, version, after);
            var done = new Done(answer, IntakeJson.write(answer), false);
            var envelope = Envelope.of(id, after.complaint().dossier(), request);
            var append = Append.to(loaded.stream(), loaded.version(), events, IntakeJson.write(envelope))
                    .once(new Idempotency(
                            request.organisation(), request.idempotencyKey(), request.hash(), done.json()))
                    .with(OverviewRow.of(id, version, after))
                    .with(erasures.toArray(InlineRow[]::new));
            return new Decision(append, done);
        }
    }
}
