package org.aryz.benchmarks.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.aryz.benchmarks.Pgbench;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rows;
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
        Store.waitForTheDisk();
        // Before anything is measured: without it half of the peers are missing.
        report.version("pgbench", Pgbench.version());
        var rows = new Rows(progress);
        for (var row : withoutHistory().entrySet()) {
            rows.add(row.getKey(), () -> row.getValue().measure(scale, progress));
        }
        progress.step("a history to read");
        try (var history = StoredHistory.of(scale.events())) {
            for (var row : ofHistory(history).entrySet()) {
                rows.add(row.getKey(), () -> row.getValue().measure(scale, progress));
            }
            describe(report, history.store());
        }
        report.table("The event log", Report.ratioHead(), rows.all());
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
        report.version("PostgreSQL", store.version());
        report.version("Kafka", AppInfoParser.getVersion());
        report.paragraph(store.settings());
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
