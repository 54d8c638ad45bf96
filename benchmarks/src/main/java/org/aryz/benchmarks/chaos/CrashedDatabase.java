package org.aryz.benchmarks.chaos;

import org.aryz.testplatform.TestPostgres;

/** PostgreSQL stops at once, without a checkpoint: under who writes, who publishes and who takes in. */
final class CrashedDatabase implements Fault {

    @Override
    public Outcome drive(Course course) throws Exception {
        var rounds = course.scale().crashes();
        try (var pipeline = new Pipeline()) {
            pipeline.inbox().join();
            var load = Load.on(pipeline.door(), Load.Pace.STEADY, course.chance());
            for (var round = 1; round <= rounds; round++) {
                load.untilAcknowledged();
                course.goOn();
                var begun = System.nanoTime();
                TestPostgres.shared().stop();
                TestPostgres.shared().start();
                load.untilAcknowledged();
                course.round(round, rounds, "stopped, started and acknowledging again", begun);
            }
            var ledger = load.drained();
            return new Outcome(
                    "immediate stop of PostgreSQL, %d times".formatted(rounds),
                    pipeline.judged(ledger),
                    "from the stop to an acknowledgement, start of the server included",
                    course.measured(),
                    "%,d times told to come again".formatted(ledger.refused()));
        }
    }
}
