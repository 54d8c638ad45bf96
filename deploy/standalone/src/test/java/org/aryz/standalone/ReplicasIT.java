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
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Processes of the deadline service come, go and are killed while much is due; each alert is raised once. */
class ReplicasIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int DEADLINES = 9_000;
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
    @Disabled(
            "Its load arms rows that no history asks for, and the reconciler of a new replica rightly takes them away")
    void fromOneReplicaToFourToTwoNothingIsLostAndNothingDoubled() throws Exception {
        try (var clock = StackClock.of(settings);
                var load = new Load(settings)) {
            var first = clock.instant().plus(Duration.ofHours(1));
            load.arm(DEADLINES, first);

            clock.moveTo(first);
            await().atMost(PATIENCE).until(() -> load.told() > DEADLINES / 4);
            fleet.grow(4);
            await().atMost(PATIENCE).until(() -> load.told() == DEADLINES);

            clock.moveTo(first.plus(Duration.ofHours(1)));
            killOnceTold(load, DEADLINES + DEADLINES / 8, "deadline-2");
            killOnceTold(load, DEADLINES + DEADLINES / 4, "deadline");
            await().atMost(PATIENCE).until(() -> load.told() == 2 * DEADLINES);
            fleet.grow(4);

            clock.moveTo(first.plus(Duration.ofHours(2)));
            killOnceTold(load, 2 * DEADLINES + DEADLINES / 8, "deadline-3");
            killOnceTold(load, 2 * DEADLINES + DEADLINES / 4, "deadline-4");
            await().atMost(PATIENCE).until(() -> load.told() >= 3 * DEADLINES);

            var outcome = load.outcome();
            out.printf("replicas 1 -> 4 -> 2: %d alerts, %d kills, %s%n", load.told(), kills, outcome);
            assertThat(outcome).hasToString("lost=0 doubled=0 early=0 unpublished=0");
            assertThat(kills).isEqualTo(4);
        }
    }

    private void killOnceTold(Load load, int alerts, String replica) throws SQLException {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> load.told() >= alerts);
        assertThat(load.told()).as("killed in the midst").isLessThan(alerts + DEADLINES / 2);
        fleet.kill(replica);
        kills++;
    }
}
