package org.aryz.benchmarks.deadlines;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Store;

/**
 * Rungs per second beside schedulers of jobs that write the same row. Fewer jobs for the slower ones, and for those whose tables
 * cannot be filled in one statement no other jobs that are open: that favours them.
 */
final class FiringBesideSchedulers implements Row {
    private static final Duration OFTEN = Duration.ofMillis(100);

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var ours = ours(scale, progress);
        var dbScheduler = dbScheduler(scale);
        progress.step("db-scheduler: " + dbScheduler);
        var jobRunr = jobRunr(scale.due() / 10);
        progress.step("JobRunr: " + jobRunr);
        var quartz = quartz(scale.due() / 50);
        progress.step("Quartz: " + quartz);
        return List.of(
                Report.ratio("the same, rungs per second", ours, "db-scheduler 16.12, lock and fetch", dbScheduler, 6),
                Report.ratio("the same", ours, "JobRunr 8.7, a tenth as many due, no others open", jobRunr, 40),
                Report.ratio(
                        "the same", ours, "Quartz 2.5 clustered, a fiftieth as many due, no others open", quartz, 200));
    }

    private static Figure ours(Scale scale, Progress progress) throws Exception {
        try (var armed = Armed.of(scale.open(), scale.due(), progress)) {
            armed.fire(); // warms up
            return new Figure(armed.fire());
        }
    }

    private static Figure dbScheduler(Scale scale) throws Exception {
        try (var store = Store.create(Armed.MIGRATIONS)) {
            DbScheduler.createTables(store);
            DbScheduler.schedule(store, scale.due(), scale.open(), 0);
            try (var scheduler = new DbScheduler(store, OFTEN)) {
                return perSecond(store, scale.due(), scheduler::start);
            }
        }
    }

    private static Figure jobRunr(int jobs) throws Exception {
        try (var store = Store.create(Armed.MIGRATIONS)) {
            Alerts.createTable(store);
            try (var peer = new JobRunrJobs(store)) {
                peer.enqueue(jobs);
                return perSecond(store, jobs, peer::start);
            }
        }
    }

    private static Figure quartz(int jobs) throws Exception {
        try (var store = Store.create(Armed.MIGRATIONS)) {
            QuartzJobs.createTables(store);
            try (var peer = new QuartzJobs(store)) {
                peer.schedule(jobs);
                return perSecond(store, jobs, peer::start);
            }
        }
    }

    /** Between the first alert and the last: what it takes to start, or to poll for the first time, does not count. */
    private static Figure perSecond(Store store, int jobs, Start start) throws Exception {
        start.start();
        while (Alerts.written(store) < jobs) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return new Figure(Double.parseDouble(store.value(
                "select count(*) / extract(epoch from max(recorded_at) - min(recorded_at)) from public.alert")));
    }

    @FunctionalInterface
    private interface Start {
        void start() throws Exception;
    }
}
