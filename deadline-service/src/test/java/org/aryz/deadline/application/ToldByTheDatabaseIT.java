package org.aryz.deadline.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.DeadlineCommand;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.DeadlineCommand.Recalculate;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.Decider;
import org.aryz.deadline.Fact;
import org.aryz.deadline.MigratedDatabase;
import org.aryz.deadline.Occurred;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.lawchange.Edition;
import org.aryz.deadline.storage.JsonForm;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;
import org.aryz.eventlog.Streams.Loaded;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database tells by copying rows is what the decider would have said at that hour, no more and no less. */
class ToldByTheDatabaseIT extends MigratedDatabase {
    private static final Law LAW = Law.load().signedOffBy("law/demo-sign-offs.yaml");
    private static final Calendars CALENDARS = Calendars.load();
    private static final Instant BEGIN = Instant.parse("2026-11-22T05:00:00Z");
    private static final Instant END = Instant.parse("2027-02-01T00:00:00Z");

    private final Complaint complaint = new Complaint(
            UuidV7.next(), "KG-2026-7F3K9Q2M8X", Jurisdiction.KG, "legal-aid", new TreeSet<>(List.of("coalition")));
    private final JsonForm form = new JsonForm();
    private PostgresEventLog log;
    private Streams<DeadlineEvent, Clocks> streams;

    @BeforeEach
    void openLog() {
        log = new PostgresEventLog(vertx, pool, List.of());
        streams = new Streams<>(log, form::read, Clocks.NONE, Clocks::evolve);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void untilLongAfterTheEndOfEveryTerm() throws SQLException {
        decide(new NoteFacts(complaint, "complaint.received", UuidV7.next(), facts()), BEGIN);
        var all = new ArrayList<DeadlineEvent>();
        for (var due = nextDue(); due != null && due.isBefore(END); due = nextDue()) {
            var now = due.plusSeconds(1);
            var before = load();
            var expected = Decider.decide(new Recalculate("time"), before.state(), at(now).circumstances());

            fire(now);
            if (due.equals(nextDue())) {
                decide(new Recalculate("time"), now);
            }

            var told = since(before.version());
            assertThat(told).as("told at %s", due).containsExactlyInAnyOrderElementsOf(expected);
            all.addAll(told);
        }
        assertThat(all)
                .filteredOn(AlertRaised.class::isInstance)
                .extracting(event -> ((AlertRaised) event).rung())
                .contains("-PT6H", "half", "75-percent", "-P1D", "breach", "expiry", "+PT24H", "+P3D", "+P33D");
        assertThat(all)
                .extracting(DeadlineEvent::getClass)
                .contains(
                        DeadlineEvent.DeadlineBreached.class,
                        DeadlineEvent.LimitationExpired.class,
                        DeadlineEvent.ComplaintExpired.class);
    }

    @Test
    void aDecisionThatWasOvertakenArmsNothing() {
        decide(new NoteFacts(complaint, "complaint.received", UuidV7.next(), facts()), BEGIN);
        var stale = load();
        decide(
                new NoteFacts(complaint, "complaint.closed", UuidV7.next(), List.of(fact("complaint.closed", BEGIN))),
                BEGIN.plusSeconds(60));

        append(Decision.on(new Recalculate("time"), stale, at(BEGIN)));

        assertThat(rows()).isZero();
    }

    private List<Fact> facts() {
        var act = new Fact(
                "a1",
                "incident.dated",
                new Occurred.On(LocalDate.parse("2016-12-20"), LocalDate.parse("2016-12-24")),
                null,
                BEGIN,
                Map.of("allegation", List.of("a1"), "allegation-kind", List.of("torture")));
        var consent = new Fact("c1", "consent.given", Occurred.at(BEGIN), null, BEGIN, Map.of("use", List.of("refer")));
        return List.of(act, consent, fact("complaint.received", BEGIN));
    }

    private static Fact fact(String type, Instant at) {
        return new Fact(type, type, Occurred.at(at), null, at, Map.of());
    }

    private void decide(DeadlineCommand command, Instant now) {
        append(Decision.on(command, load(), at(now)));
    }

    private void append(Decision decision) {
        assertThat(log.append(decision.append(form, Cause.time())).await().atMost(LONG_ENOUGH))
                .isInstanceOf(AppendResult.Appended.class);
    }

    private Loaded<Clocks> load() {
        return streams.load(StreamId.of(complaint.id())).await().atMost(LONG_ENOUGH);
    }

    private List<DeadlineEvent> since(long version) {
        return log.readStream(StreamId.of(complaint.id()), version).await().atMost(LONG_ENOUGH).stream()
                .map(form::read)
                .toList();
    }

    private static Hour at(Instant now) {
        return new Hour(new Edition(0, LAW, CALENDARS), now);
    }

    /** Fires with the database's clock at some hour. */
    private void fire(Instant now) {
        var offset = Duration.between(Instant.now(), now);
        execute("set aryz.clock_offset = '%d milliseconds'".formatted(offset.toMillis()));
        execute("select deadline.fire(500)");
    }

    private @Nullable Instant nextDue() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select min(next_at) from deadline.due where next_at < 'infinity'")) {
            rows.next();
            var next = rows.getObject(1, OffsetDateTime.class);
            return next == null ? null : next.toInstant();
        }
    }

    private long rows() {
        return number("select count(*) from deadline.due");
    }
}
