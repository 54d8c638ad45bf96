package org.aryz.benchmarks.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.aryz.testplatform.TestPostgres;

/** A writer holds the lock of the log, with an event that it never commits, while many commands come at once. */
final class StalledWriter implements Fault {
    /** As the answers ask for. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private static final String UNFINISHED =
            """
            select event_log.record(event_log.lock(), array[uuidv7()], array[uuidv7()], array['complaint.received'],
                                    array[1], array['{}'], array['{}'], array[event_log.now()])""";

    @Override
    public Outcome drive(Course course) throws Exception {
        var commands = course.scale().stalled();
        try (var intake = new Intake(TestPostgres.shared(), Duration.ofMinutes(1));
                var writer = intake.store().connect()) {
            stall(writer);
            var pace = new Load.Pace(commands, Duration.ZERO, BETWEEN_TRIES);
            var load = Load.once(intake.door(), pace, course.chance());
            load.untilRefused(commands);
            course.say("%,d commands wait, %,d answers said to come again"
                    .formatted(commands, load.ledger().refused()));
            var begun = System.nanoTime();
            writer.rollback();
            var ledger = load.drained();
            course.round(1, 1, "all are acknowledged", begun);
            return new Outcome(
                    "a writer stalled in its transaction, %,d commands at once".formatted(commands),
                    intake.judged(ledger),
                    "from its end until all are acknowledged",
                    course.measured(),
                    "%,d answers 503, %,d without an answer".formatted(ledger.refused(), ledger.cut()));
        }
    }

    private static void stall(Connection writer) throws SQLException {
        writer.setAutoCommit(false);
        try (var statement = writer.createStatement()) {
            statement.execute(UNFINISHED);
        }
    }
}
