package org.aryz.benchmarks.deadlines;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Store;

/** Two hundred rungs a second for two replicas, evenly: from the instant at which each is due to that at which it is recorded. */
final class Lateness implements Row {
    private static final int PER_SECOND = 200;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final double WANTED_MILLIS = 250;
    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var ours = new Figure(ours(scale, progress));
        progress.step("Aryz: p99 " + ours + " ms");
        var theirs = new Figure(theirs(scale));
        progress.step("db-scheduler: p99 " + theirs + " ms");
        return List.of(
                Report.atMost(
                        "lateness at 200 due/s, two replicas, p99 in ms",
                        ours,
                        "db-scheduler 16.12, two instances, the same polling interval (%d ms)"
                                .formatted(POLL.toMillis()),
                        theirs,
                        0.8),
                Report.atMost("the same", ours, "a limit", new Figure(WANTED_MILLIS), 1));
    }

    private static int rungs(Scale scale) {
        return (int) (PER_SECOND * scale.steady().plus(WARM_UP).toSeconds());
    }

    private static double ours(Scale scale, Progress progress) throws Exception {
        try (var armed = Armed.of(10 * rungs(scale), rungs(scale), progress)) {
            var store = armed.store();
            store.execute(
                """
            update deadline.due set next_at = clock_timestamp() + n * interval '1 second' / %d
              from generate_series(1, %d) n where deadline = md5('deadline ' || n)::uuid"""
                        .formatted(PER_SECOND, rungs(scale)));
            try (var _ = Replica.started(store, POLL);
                    var _ = Replica.started(store, POLL)) {
                TimeUnit.SECONDS.sleep(scale.steady().plus(WARM_UP).toSeconds() + 1);
            }
            return p99(store, "event_log.event");
        }
    }

    private static double theirs(Scale scale) throws Exception {
        try (var store = Store.create(Armed.MIGRATIONS)) {
            DbScheduler.createTables(store);
            DbScheduler.schedule(store, rungs(scale), 10 * rungs(scale), PER_SECOND);
            try (var one = new DbScheduler(store, POLL);
                    var other = new DbScheduler(store, POLL)) {
                one.start();
                other.start();
                TimeUnit.SECONDS.sleep(scale.steady().plus(WARM_UP).toSeconds() + 1);
            }
            return p99(store, "public.alert");
        }
    }

    private static double p99(Store store, String table) {
        return Double.parseDouble(store.value(
                """
            select percentile_cont(0.99) within group (order by extract(epoch from recorded_at - occurred_at) * 1000)
              from %s where type = 'alert.raised'
               and occurred_at > (select min(occurred_at) from %1$s where type = 'alert.raised') + interval '%d seconds'"""
                        .formatted(table, WARM_UP.toSeconds())));
    }
}
