package org.aryz.benchmarks.chaos;

import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aryz.benchmarks.Relaying;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.kafka.DeadLetters;
import org.aryz.eventlog.kafka.Lane;
import org.aryz.eventlog.kafka.ParkedLane;
import org.aryz.eventlog.kafka.Parking;
import org.aryz.eventlog.kafka.ReceivedEvent;
import org.aryz.eventlog.kafka.ReceivedEventHandler;
import org.aryz.eventlog.kafka.Receiver;

/** Another service that takes a topic in, with a store of its own: for each event it notes one down about the same subject. */
final class Inbox implements AutoCloseable {
    static final String NOTED = "event.noted";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NOTES =
            """
            select (data::json ->> 'id')::uuid, count(*) from event_log.event where type = '%s' group by 1"""
                    .formatted(NOTED);

    private final Store store;
    private final EventLog log;
    private final String topic;
    private final String group = "chaos-" + UUID.randomUUID();
    private final Parking parking;
    private final DeadLetters deadLetters = new DeadLetters("chaos", 1, Relaying.kafka());
    private final List<Member> members = new CopyOnWriteArrayList<>();

    Inbox(String topic) throws SQLException {
        this.topic = topic;
        this.store = Store.create();
        this.log = store.log();
        this.parking = new Parking(store.pool(4));
    }

    /** A replica begins to take in. */
    Member join() {
        return join(this::noteDown);
    }

    Member join(ReceivedEventHandler handler) {
        var member = new Member(new Receiver(handler, deadLetters, parking), topic, group);
        members.add(member);
        member.start();
        return member;
    }

    Uni<AppendResult> noteDown(ReceivedEvent event) {
        var note = new NewEvent(
                UuidV7.next(),
                NOTED,
                1,
                "{\"id\":\"" + event.id() + "\"}",
                List.of(),
                Instant.parse("2026-03-01T10:15:30Z"));
        return new Streams<>(log, recorded -> recorded, 0, (count, _) -> count + 1)
                .execute(StreamId.of(UUID.fromString(event.subject())), seen -> Append.to(
                                seen.stream(), seen.version(), List.of(note), "{}")
                        .inAnswerTo(event.receipt()));
    }

    /** Events that are noted down: by the store, because a replica need not have heard of what it committed. */
    long takenIn() {
        return Long.parseLong(store.value("select count(*) from event_log.event"));
    }

    /** Letters that nobody can take in, once those are settled whose events were taken in meanwhile. */
    int deadLetters() {
        parking.ready().await().atMost(PATIENCE).forEach(this::replay);
        return parking.deadLetters(0, 10_000).await().atMost(PATIENCE).size();
    }

    /** Lines of subjects that wait, at most so many. */
    List<Lane> parked(int limit) {
        return parking.lanes(new Lane("", ""), limit).await().atMost(PATIENCE).stream()
                .map(ParkedLane::lane)
                .toList();
    }

    void replay(Lane lane) {
        members.getFirst().receiver().replay(lane).await().atMost(PATIENCE);
    }

    /** Adds to a judgement what of these events was not taken in, and what was taken in twice or out of nowhere. */
    Judgement add(Judgement sender, Set<UUID> told) throws SQLException {
        var missing = new HashSet<>(told);
        var doubled = 0L;
        try (var connection = store.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(NOTES)) {
            while (rows.next()) {
                doubled += rows.getLong(2) - (missing.remove(rows.getObject(1, UUID.class)) ? 1 : 0);
            }
        }
        return sender.and(missing.size(), doubled);
    }

    @Override
    public void close() throws SQLException {
        members.forEach(Member::close);
        deadLetters.close();
        store.close();
    }
}
