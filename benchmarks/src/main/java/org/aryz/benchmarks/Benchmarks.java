package org.aryz.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.aryz.benchmarks.deadlines.Deadlines;
import org.aryz.benchmarks.history.History;

/** Behind {@code ./aryz bench SUITE}: runs one suite, prints and keeps its report. */
public final class Benchmarks {
    /** Suites by the words that call them. */
    private static final Map<String, Supplier<Suite>> SUITES = new TreeMap<>(Map.ofEntries(
            Map.entry("bench history", History::full),
            Map.entry("bench history --quick", History::quick),
            Map.entry("bench deadlines", Deadlines::full),
            Map.entry("bench deadlines --quick", Deadlines::quick)));

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        var name = String.join(" ", arguments);
        var suite = SUITES.get(name);
        if (suite == null) {
            System.err.println("There is no suite \"" + name + "\"; there are: " + String.join(", ", SUITES.keySet()));
            System.exit(2);
            return;
        }
        System.exit(run(List.of(arguments), suite.get()));
    }

    private static int run(List<String> words, Suite suite) throws Exception {
        var report = new Report("./aryz " + String.join(" ", words));
        suite.run(report, new Progress(System.err));
        var file = Path.of("benchmarks", "target", String.join("-", words) + ".md");
        report.write(file);
        System.out.println(report);
        System.err.println("Written to " + file);
        return 0;
    }
}
