package org.aryz.benchmarks.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.aryz.benchmarks.Pgbench;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Store;
import org.aryz.benchmarks.Suite;

/** How fast the event log is: every row on one PostgreSQL and one Kafka, ours and the peer's measurements in turn. */
public final class History implements Suite {
    private final Scale scale;

    private History(Scale scale) {
        this.scale = scale;
    }

    public static Suite full() {
        return new History(Scale.FULL);
    }

    /** A quick look, whose figures say little. */
    public static Suite quick() {
        return new History(Scale.QUICK);
    }

    @Override
    public void run(Report report, Progress progress) throws Exception {
        if (System.getenv("ARYZ_TEST_POSTGRES_FSYNC") == null) {
            System.setProperty("aryz.test.postgres.fsync", "on");
        }
        // Before anything is measured: without it half of the peers are missing.
        report.version("pgbench", Pgbench.version());
        var rows = new ArrayList<List<String>>();
        for (var row : withoutHistory().entrySet()) {
            measure(row.getKey(), row.getValue(), progress, rows);
        }
        progress.step("a history to read");
        try (var history = StoredHistory.of(scale.events())) {
            for (var row : ofHistory(history).entrySet()) {
                measure(row.getKey(), row.getValue(), progress, rows);
            }
            describe(report, history.store());
        }
        report.table("The event log", Report.ratioHead(), rows);
    }

    /** {@code ARYZ_BENCH_ROWS=append,verify} leaves out the others. */
    private void measure(String name, Row row, Progress progress, List<List<String>> rows) throws Exception {
        var chosen = System.getenv("ARYZ_BENCH_ROWS");
        if (chosen == null || List.of(chosen.split(",", -1)).contains(name)) {
            progress.step("== " + name);
            rows.addAll(row.measure(scale, progress));
        }
    }

    private static Map<String, Row> withoutHistory() {
        var rows = new LinkedHashMap<String, Row>();
        rows.put("append", new AppendBesidePeers());
        rows.put("chain", new ChainBesideNone());
        rows.put("import", new ImportBesideCopy());
        rows.put("delay", new RelayDelay());
        rows.put("full", new AppendToFullLog());
        return rows;
    }

    private static Map<String, Row> ofHistory(StoredHistory history) {
        var rows = new LinkedHashMap<String, Row>();
        rows.put("verify", new VerifyBesideLimit(history));
        rows.put("replay", new ReplayBesideCopy(history));
        rows.put("relay", new RelayBesideProducer(history));
        return rows;
    }

    private void describe(Report report, Store store) throws Exception {
        report.version("PostgreSQL", store.value("show server_version"));
        report.version("Kafka", AppInfoParser.getVersion());
        report.paragraph(
                "PostgreSQL: synchronous_commit %s, fsync %s, shared_buffers %s; load, server and JVM share the processors."
                        .formatted(
                                store.value("show synchronous_commit"),
                                store.value("show fsync"),
                                store.value("show shared_buffers")));
        report.paragraph(
                "Rounds that count: %d, after one that warms up; %d s each where a measurement runs by time. Events carry %,d bytes of data and %,d of metadata."
                        .formatted(
                                scale.rounds(),
                                scale.time().toSeconds(),
                                Facts.DATA.length(),
                                Facts.METADATA.length()));
        if (scale.equals(Scale.QUICK)) {
            report.paragraph("**A quick look: too short to be cited.**");
        }
    }
}
