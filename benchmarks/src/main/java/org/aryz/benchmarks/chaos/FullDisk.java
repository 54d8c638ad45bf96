package org.aryz.benchmarks.chaos;

import java.sql.SQLException;
import org.aryz.testplatform.SmallDisk;

/** The disk of PostgreSQL is full, and then the database takes no writes: no success is told that was not committed. */
final class FullDisk implements Fault {
    private static final int MEGABYTES = 192;
    private static final int REFUSED = 50;

    @Override
    public Outcome drive(Course course) throws Exception {
        var rounds = course.scale().fullDisks();
        try (var disk = SmallDisk.of(MEGABYTES);
                var intake = new Intake(disk.postgres(), course.scale().idleAllowed())) {
            var load = Load.on(intake.door(), Load.Pace.STEADY, course.chance());
            for (var round = 1; round <= rounds; round++) {
                load.untilAcknowledged();
                course.goOn();
                var begun = full(disk, load, course);
                course.round(2 * round - 1, 2 * rounds, "space again and acknowledging", begun);
                begun = readOnly(intake, load);
                course.round(2 * round, 2 * rounds, "writable again and acknowledging", begun);
            }
            var ledger = load.drained();
            return new Outcome(
                    "disk full %d times, database read-only %1$d times".formatted(rounds),
                    intake.judged(ledger),
                    "from space or writability to an acknowledgement, start of PostgreSQL included where a full disk ended it",
                    course.measured(),
                    "%,d answers 503, %,d without an answer".formatted(ledger.refused(), ledger.cut()));
        }
    }

    /** Tells when there was space again. */
    private static long full(SmallDisk disk, Load load, Course course) throws InterruptedException {
        disk.fill();
        load.untilRefused(REFUSED);
        course.goOn();
        var begun = System.nanoTime();
        disk.free();
        disk.postgres().start();
        load.untilAcknowledged();
        return begun;
    }

    /** Tells when it was writable again. */
    private static long readOnly(Intake intake, Load load) throws SQLException {
        allowOnlyReading(intake, "on");
        load.untilRefused(REFUSED);
        var begun = System.nanoTime();
        allowOnlyReading(intake, "off");
        load.untilAcknowledged();
        return begun;
    }

    private static void allowOnlyReading(Intake intake, String value) throws SQLException {
        intake.store().execute("alter system set default_transaction_read_only = " + value, "select pg_reload_conf()");
    }
}
