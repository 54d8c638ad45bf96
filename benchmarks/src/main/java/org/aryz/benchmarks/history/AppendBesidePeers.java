package org.aryz.benchmarks.history;

import java.util.List;
import org.aryz.benchmarks.Pgbench;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.benchmarks.Store;

/** Appends beside PostgreSQL with the same row and the same indexes, one per transaction, and beside another event store. */
final class AppendBesidePeers implements Row {
    private static final String SCRIPT =
            """
            insert into event_log.event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at,
                                         recorded_at, hash)
            values (uuidv7(), uuidv7(), 1, '%s', 1, '%s', '%s', now(), clock_timestamp(), sha256(uuid_send(uuidv7())));
            """
                    .formatted(Facts.TYPE, Facts.DATA, Facts.METADATA);

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        try (var few = Appending.toFreshStore();
                var many = Appending.toFreshStore();
                var inserted = Store.create();
                var axon = new AxonStore(Store.create())) {
            var pgbench = new Pgbench(inserted.database(), SCRIPT);
            var rounds = new Rounds()
                    .ofWarm("append, 32 in flight", () -> few.perSecond(32, scale.time()))
                    .of("pgbench, best of 16, 32, 64 clients", () -> pgbench.bestOf(scale.time(), 16, 32, 64))
                    .ofWarm("append, 256 in flight", () -> many.perSecond(256, scale.time()))
                    .ofWarm("Axon, 32 threads", () -> axon.perSecond(32, scale.time()))
                    .run(scale.rounds(), progress);
            return rows(rounds);
        }
    }

    private static List<List<String>> rows(Rounds rounds) {
        var ours = rounds.figure("append, 32 in flight");
        var theirs = rounds.figure("pgbench, best of 16, 32, 64 clients");
        return List.of(
                Report.ratio(
                        "append, one event per command, 32 in flight, per second",
                        ours,
                        "`pgbench -M prepared`, same row and indexes, best of 16, 32, 64 clients",
                        theirs,
                        1.5),
                Report.ratio(
                        "the same, 256 in flight", rounds.figure("append, 256 in flight"), "the same", theirs, 2.5),
                Report.ratio(
                        "append, 32 in flight",
                        ours,
                        "Axon 4.13 JDBC engine, 32 threads, same payload and server",
                        rounds.figure("Axon, 32 threads"),
                        3));
    }
}
