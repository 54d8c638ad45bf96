package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.aryz.standalone.part.Parts;
import org.aryz.standalone.part.StackClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes of the deadline service come, go and are killed while much is due; each alert is raised once. */
class ReplicasIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int COMPLAINTS = 1_500;
    private static final Duration SPREAD = Duration.ofSeconds(10);

    /** A complaint of which nothing else is known has three terms of this length, with three rungs of each still to come. */
    private static final Duration TERM = Duration.ofHours(24);

    private static final int BREACHES = 3 * COMPLAINTS;

    private static final Set<String> NEEDED = Set.of("postgresql", "kafka", "deadline");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Settings settings = TestStack.forgotten();
    private Stack stack = new Stack(settings, List.of(), new Progress(out));
    private Fleet fleet = new Fleet(settings, List.of());
    private int kills;

    @BeforeEach
    void start() {
        SimulatedTime.of(settings).turnOn();
        var parts = Parts.of(settings).stream()
                .filter(part -> NEEDED.contains(part.name()))
                .toList();
        stack = new Stack(settings, parts, new Progress(out));
        stack.start();
        fleet = new Fleet(settings, parts);
    }

    @AfterEach
    void stop() {
        fleet.close();
        stack.stop();
    }

    @Test
    void fromOneReplicaToFourToTwoNothingIsLostAndNothingDoubled() throws Exception {
        try (var clock = StackClock.of(settings);
                var load = new Load(settings)) {
            var first = clock.instant().minus(Duration.ofMinutes(10));
            new Complaints(settings).tell(COMPLAINTS, first, SPREAD);
            await().atMost(PATIENCE).until(() -> load.known() == COMPLAINTS);
            var planned = load.plan(first.plus(TERM).plus(SPREAD));
            assertThat(planned).isEqualTo(3 * BREACHES);

            clock.moveTo(first.plus(TERM).minus(Duration.ofHours(6)));
            await().atMost(PATIENCE).until(() -> load.told("-PT6H") > COMPLAINTS / 4);
            fleet.grow(4);
            clock.moveTo(first.plus(TERM).minus(Duration.ofHours(1)));
            killInTheMidst(load, "-PT1H", COMPLAINTS, "deadline-2");
            clock.moveTo(first.plus(TERM));
            killInTheMidst(load, "breach", BREACHES, "deadline");

            var outcome = load.outcome();
            out.printf("replicas 1 -> 4 -> 2: %d alerts, %d kills, %s%n", planned, kills, outcome);
            assertThat(outcome).hasToString("lost=0 doubled=0 early=0 unpublished=0");
            assertThat(kills).isEqualTo(2);
        }
    }

    /** Kills a replica after a quarter of these alerts; returns when all are told. */
    private void killInTheMidst(Load load, String rung, int alerts, String replica) throws SQLException {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> load.told(rung) >= alerts / 4);
        fleet.kill(replica);
        kills++;
        assertThat(load.told(rung)).as("killed in the midst").isLessThan(alerts);
        await().atMost(PATIENCE).until(() -> load.told(rung) == alerts);
    }
}
