package org.aryz.benchmarks.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The sender's store is replaced by an older copy while who publishes and who takes in run on. */
final class RestoredBackup implements Fault {

    /** What the store must have: not what was forgotten. */
    private final Map<UUID, Long> acknowledged = new HashMap<>();

    private long unclear;

    @Override
    public Outcome drive(Course course) throws Exception {
        var rounds = course.scale().restores();
        try (var pipeline = new Pipeline()) {
            pipeline.inbox().join();
            for (var round = 1; round <= rounds; round++) {
                keep(loaded(pipeline, course));
                var copy = pipeline.store().database().backUp();
                unclear += loaded(pipeline, course).unclear();
                pipeline.untilTakenIn();
                var begun = System.nanoTime();
                copy.bringBack();
                keep(Load.once(pipeline.door(), Load.Pace.STEADY, course.chance())
                        .drained());
                // Only a copy that knows that it is one can be copied again.
                pipeline.untilTakenIn();
                course.round(round, rounds, "what an older copy acknowledges is taken in", begun);
            }
            keep(loaded(pipeline, course));
            return new Outcome(
                    "an older copy brought back, %d times".formatted(rounds),
                    pipeline.judged(acknowledged, unclear),
                    "from the exchange until what the copy acknowledged first is taken in",
                    course.measured(),
                    pipeline.store().value("select count(*) from event_log.origin") + " identities of the log");
        }
    }

    private void keep(Ledger ledger) {
        acknowledged.putAll(ledger.versions());
        unclear += ledger.unclear();
    }

    /** Goes on with all streams, so that the same versions are written again after a restore. */
    private Ledger loaded(Pipeline pipeline, Course course) throws Exception {
        var load = Load.on(pipeline.door(acknowledged), Load.Pace.STEADY, course.chance());
        load.untilAcknowledged();
        course.goOn();
        return load.drained();
    }
}
