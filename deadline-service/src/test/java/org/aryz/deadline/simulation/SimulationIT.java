package org.aryz.deadline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.simulation.Judge.Recorded;
import org.aryz.deadline.storage.JsonForm;
import org.aryz.eventlog.StreamId;
import org.junit.jupiter.api.Test;

/**
 * A year of many cases over three replicas and a real database: events come late, again and across each other, replicas are cut
 * off, and transactions end in the middle. Every run is another one; {@code -Daryz.simulation.seed} runs one again, and
 * {@code -Daryz.simulation.cases} asks for more of them.
 */
class SimulationIT {
    private static final int CASES = 15;
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(365));
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Law law = Law.load().signedOffBy("law/demo-sign-offs.yaml");
    private final Calendars calendars = Calendars.load();
    private final JsonForm form = new JsonForm();

    @Test
    void everyDeadlineIsAlertedInTimeOnceAndNeverEarly() throws SQLException {
        var seed = Long.getLong(
                "aryz.simulation.seed", RandomGenerator.getDefault().nextLong());
        var cases = Integer.getInteger("aryz.simulation.cases", CASES);
        var again =
                "-Dit.test=SimulationIT -Daryz.simulation.seed=%d -Daryz.simulation.cases=%d".formatted(seed, cases);
        try {
            System.out.printf("simulated: %s; seed=%d cases=%d%n", run(seed, Scale.of(cases)), seed, cases);
        } catch (Error | RuntimeException | SQLException e) {
            throw new AssertionError("Run it again by " + again + "\n" + e.getMessage(), e);
        }
    }

    private String run(long seed, Scale scale) throws SQLException {
        var begun = System.nanoTime();
        var seeds = new Random(seed);
        var tales = IntStream.range(0, scale.cases())
                .mapToObj(_ -> Tale.of(seeds.nextLong(), BEGIN))
                .toList();
        var tellings = tales.stream().flatMap(tale -> tale.tellings().stream()).toList();
        try (var database = SimulatedDatabase.at(BEGIN, seed, scale.crashesOneIn());
                var year = new Year(database, seed, scale)) {
            var hours = year.pass(BEGIN, END, tellings);
            var passed = System.nanoTime();
            var judge = new Judge(law, calendars, scale.latest());
            tales.forEach(tale -> judge.judge(tale, history(year, tale), END));
            assertThat(judge.breaches())
                    .as("a year in which something was breached")
                    .isPositive();
            return "%d events of others, %d events of ours, %d alerts, %d breaches, %d expiries in %d hours; "
                            .formatted(
                                    tellings.size(),
                                    judge.events(),
                                    judge.alerts(),
                                    judge.breaches(),
                                    judge.expiries(),
                                    hours)
                    + "%d writers died, %d cuts; %d s, and %d s to judge"
                            .formatted(
                                    database.deaths(),
                                    year.cuts(),
                                    seconds(begun, passed),
                                    seconds(passed, System.nanoTime()));
        }
    }

    private static long seconds(long from, long to) {
        return Duration.ofNanos(to - from).toSeconds();
    }

    private List<Recorded> history(Year year, Tale tale) {
        return year.anyReplica().log().readStream(StreamId.of(tale.complaint().id()), 0).await().atMost(SOON).stream()
                .map(event -> new Recorded(form.read(event), event.recordedAt()))
                .toList();
    }
}
