package org.aryz.benchmarks.deadlines;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rows;
import org.aryz.benchmarks.Store;
import org.aryz.benchmarks.Suite;

/** How fast deadlines are told, armed, computed and tried out: every row on one PostgreSQL. */
public final class Deadlines implements Suite {
    private final Scale scale;

    private Deadlines(Scale scale) {
        this.scale = scale;
    }

    public static Suite full() {
        return new Deadlines(Scale.FULL);
    }

    /** A quick look, whose figures say little. */
    public static Suite quick() {
        return new Deadlines(Scale.QUICK);
    }

    @Override
    public void run(Report report, Progress progress) throws Exception {
        Store.waitForTheDisk();
        var rows = new Rows(progress);
        for (var row : all().entrySet()) {
            rows.add(row.getKey(), () -> row.getValue().measure(scale, progress));
        }
        describe(report);
        report.table("Deadlines", Report.ratioHead(), rows.all());
    }

    private static Map<String, Row> all() {
        var rows = new LinkedHashMap<String, Row>();
        rows.put("statement", new FiringBesideStatement());
        rows.put("schedulers", new FiringBesideSchedulers());
        rows.put("midnight", new Midnight());
        rows.put("lateness", new Lateness());
        rows.put("many", new ManyBesideFew());
        rows.put("computing", new Computing());
        rows.put("dry-run", new DryRunBesideLimit());
        rows.put("held", new HeldSnapshot());
        return rows;
    }

    private void describe(Report report) throws Exception {
        try (var store = Store.create()) {
            report.version("PostgreSQL", store.version());
            report.paragraph(store.settings());
        }
        report.paragraph(
                "Rounds that count: %d, after one that warms up, where ours and the peer's are measured in turn; other rows are one run."
                        .formatted(scale.rounds()));
        if (scale.equals(Scale.QUICK)) {
            report.paragraph("**A quick look: too small to be cited.**");
        }
    }
}
