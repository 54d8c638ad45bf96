package org.aryz.benchmarks.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The sender's store is replaced by an older copy while who publishes and who takes in run on. */
final class RestoredBackup implements Fault {

    @Override
    public Outcome drive(Course course) throws Exception {
        var rounds = course.scale().restores();
        var acknowledged = new HashMap<UUID, Long>();
        var unclear = 0L;
        try (var pipeline = new Pipeline()) {
            pipeline.inbox().join();
            for (var round = 1; round <= rounds; round++) {
                var kept = loaded(pipeline, acknowledged, course);
                acknowledged.putAll(kept.versions());
                var copy = pipeline.store().database().backUp();
                var forgotten = loaded(pipeline, acknowledged, course);
                unclear += kept.unclear() + forgotten.unclear();
                pipeline.untilTakenIn();
                var begun = System.nanoTime();
                copy.bringBack();
                Load.once(pipeline.door(), Load.Pace.STEADY, course.chance()).drained().versions().forEach(acknowledged::put);
                course.round(round, rounds, "an older copy acknowledges", begun);
            }
            var last = loaded(pipeline, acknowledged, course);
            acknowledged.putAll(last.versions());
            return new Outcome(
                    "an older copy brought back, %d times".formatted(rounds),
                    pipeline.judged(acknowledged, unclear + last.unclear()),
                    "from the exchange to an acknowledgement of each client",
                    course.measured(),
                    "%s identities of the log".formatted(pipeline.store().value("select count(*) from event_log.origin")));
        }
    }

    /** Goes on with all streams, so that the same versions are written again after a restore. */
    private static Ledger loaded(Pipeline pipeline, Map<UUID, Long> streams, Course course)
            throws Exception {
        var load = Load.on(pipeline.door(streams), Load.Pace.STEADY, course.chance());
        load.untilAcknowledged();
        course.goOn();
        return load.drained();
    }
}
