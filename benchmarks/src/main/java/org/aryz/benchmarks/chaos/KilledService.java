package org.aryz.benchmarks.chaos;

import org.aryz.testplatform.TestPostgres;

/** Intake is killed in the midst of its work and started again. */
final class KilledService implements Fault {

    @Override
    public Outcome drive(Course course) throws Exception {
        var rounds = course.scale().crashes();
        try (var intake = new Intake(TestPostgres.shared(), course.scale().idleAllowed())) {
            var load = Load.on(intake.door(), Load.Pace.FAST, course.chance());
            for (var round = 1; round <= rounds; round++) {
                load.untilAcknowledged();
                course.goOn();
                var begun = System.nanoTime();
                intake.kill();
                intake.startAgain();
                load.untilAcknowledged();
                course.round(round, rounds, "killed, started and acknowledging again", begun);
            }
            var ledger = load.drained();
            return new Outcome(
                    "`kill -9` of intake, %d times".formatted(rounds),
                    intake.judged(ledger),
                    "from the kill to an acknowledgement, start of the JVM included",
                    course.measured(),
                    "%,d requests without an answer".formatted(ledger.cut()));
        }
    }
}
