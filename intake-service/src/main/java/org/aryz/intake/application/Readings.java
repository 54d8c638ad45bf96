package org.aryz.intake.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;
import org.aryz.intake.application.CaseFiles.Found;
import org.aryz.servicekit.problem.Rejected;

/**
 * Records of who read personal data: a stream beside that of each complaint, which is never published. The record is
 * committed before anything is handed out.
 */
@Singleton
public class Readings {
    /** Stored name of the one event of these streams. */
    public static final String TYPE = "personal-data.read";

    private static final int ATTEMPTS = 20;

    private final EventLog log;
    private final RecentTime time;

    Readings(EventLog log, RecentTime time) {
        this.log = log;
        this.time = time;
    }

    /** One reading: by which operation, for which organisation. */
    private record Read(String operation, String organisation) {}

    /** One reading as it is told to those who watch over them. */
    public record Reading(Instant at, String actor, String organisation, String operation) {}

    private record Actor(String actor) {}

    public Uni<Void> record(Found found, String operation, ReadBy by) {
        return time.now().flatMap(now -> append(found, event(operation, by, now), by));
    }

    public Uni<List<Reading>> of(UUID complaint) {
        return log.readStream(stream(complaint), 0).map(events -> events.stream()
                .map(event -> {
                    var read = IntakeJson.read(event.data(), Read.class);
                    var actor = IntakeJson.read(event.metadata(), Actor.class);
                    return new Reading(event.recordedAt(), actor.actor(), read.organisation(), read.operation());
                })
                .toList());
    }

    private static NewEvent event(String operation, ReadBy by, Instant now) {
        var read = IntakeJson.write(new Read(operation, by.organisation()));
        return new NewEvent(UuidV7.next(), TYPE, 1, read, List.of(), now);
    }

    private Uni<Void> append(Found found, NewEvent event, ReadBy by) {
        var envelope = IntakeJson.write(Envelope.of(found.id(), found.dossier(), by.actor(), by.correlationId()));
        return append(stream(found.id()), 0, event, envelope, ATTEMPTS);
    }

    /** Readers do not decide on what was read before: a conflict just tells where the stream ends. */
    private Uni<Void> append(StreamId stream, long version, NewEvent event, String envelope, int attemptsLeft) {
        return log.append(Append.to(stream, version, List.of(event), envelope)).flatMap(result -> switch (result) {
            case AppendResult.Appended _ -> Uni.createFrom().voidItem();
            case AppendResult.Conflict(var actual)
            when attemptsLeft > 1 -> append(stream, actual, event, envelope, attemptsLeft - 1);
            default -> Uni.createFrom().failure(Rejected.unavailable());
        });
    }

    private static StreamId stream(UUID complaint) {
        return StreamId.of(UUID.nameUUIDFromBytes((TYPE + " " + complaint).getBytes(UTF_8)));
    }
}
