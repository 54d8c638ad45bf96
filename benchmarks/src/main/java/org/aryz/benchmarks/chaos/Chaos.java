package org.aryz.benchmarks.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.AppInfoParser;
import org.aryz.benchmarks.Asked;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Store;
import org.aryz.benchmarks.Suite;
import org.aryz.testplatform.SmallDisk;

/** Drives every fault against real servers, and judges what is left of the history. */
public final class Chaos implements Suite {
    private final Asked asked;
    private final Scale scale;

    private Chaos(Asked asked, Scale scale) {
        this.asked = asked;
        this.scale = scale;
    }

    /** @throws IllegalArgumentException if a fault that is asked for does not exist */
    public static Suite of(Asked asked) {
        if (!faults().keySet().containsAll(asked.only())) {
            throw new IllegalArgumentException("faults are " + String.join(", ", faults().keySet()));
        }
        return new Chaos(asked, asked.quick() ? Scale.QUICK : Scale.FULL);
    }

    /** By name, in the order in which they are driven. */
    static Map<String, Supplier<Fault>> faults() {
        var faults = new LinkedHashMap<String, Supplier<Fault>>();
        faults.put("kill", KilledService::new);
        faults.put("stalled", StalledWriter::new);
        faults.put("idle", IdleTransaction::new);
        faults.put("disk", FullDisk::new);
        faults.put("zombie", ZombieConsumer::new);
        faults.put("poison", PoisonedRecords::new);
        faults.put("restore", RestoredBackup::new);
        faults.put("postgres", CrashedDatabase::new);
        faults.put("kafka", KafkaAway::new);
        return faults;
    }

    /** Drives one fault, and prints what came of it. */
    static Outcome drive(String name, Scale scale, long seed, Progress progress) throws Exception {
        progress.step("== " + name);
        var outcome = Objects.requireNonNull(faults().get(name), name).get().drive(new Course(scale, seed, progress));
        System.out.printf("%s (seed %d): %s%n", name, seed, outcome.judgement());
        return outcome;
    }

    @Override
    public void run(Report report, Progress progress) throws Exception {
        Store.waitForTheDisk();
        var rows = new ArrayList<List<String>>();
        for (var name : faults().keySet()) {
            if (asked.wants(name)) {
                rows.add(row(name, report, progress));
            }
        }
        describe(report);
        report.table("The history under faults", Outcome.head(), rows);
    }

    private List<String> row(String name, Report report, Progress progress) throws Exception {
        var obstacle = name.equals("disk") ? SmallDisk.obstacle().orElse("") : "";
        if (!obstacle.isEmpty()) {
            report.paragraph("**Not driven: " + name + ", " + obstacle + ".**");
            return List.of(name, "not driven", "", "", "", "", "", "", "", obstacle);
        }
        try {
            var outcome = drive(name, scale, asked.seed(), progress);
            if (!outcome.judgement().isClean()) {
                report.unclean();
            }
            return outcome.row(name);
        } catch (AssertionError | TimeoutException | ExecutionException e) {
            report.unclean();
            return List.of(name, "**did not come to its end**", "", "", "", "", "", "", "", e.toString());
        }
    }

    private void describe(Report report) throws Exception {
        try (var store = Store.create()) {
            report.version("PostgreSQL", store.version());
            report.version("Kafka", AppInfoParser.getVersion());
            report.paragraph(store.settings() + " The disk that gets full is in memory, without fsync.");
        }
        report.paragraph("Seed %d.".formatted(asked.seed()));
        if (asked.quick()) {
            report.paragraph("**A quick look: few rounds of each.**");
        }
    }
}
