package org.aryz.benchmarks.chaos;

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
                disk.fill();
                load.untilRefused(REFUSED);
                course.goOn();
                var begun = System.nanoTime();
                disk.free();
                disk.postgres().start();
                load.untilAcknowledged();
                course.round(2 * round - 1, 2 * rounds, "space again and acknowledging", begun);
                readOnly(intake, "on");
                load.untilRefused(REFUSED);
                begun = System.nanoTime();
                readOnly(intake, "off");
                load.untilAcknowledged();
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

    private static void readOnly(Intake intake, String value) throws Exception {
        intake.store().execute(
                "alter system set default_transaction_read_only = " + value,
                "select pg_reload_conf()");
    }
}
