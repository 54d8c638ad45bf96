package org.aryz.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.aryz.benchmarks.chaos.Chaos;
import org.aryz.benchmarks.deadlines.Deadlines;
import org.aryz.benchmarks.history.History;

/** Behind {@code ./aryz bench SUITE} and {@code ./aryz chaos SUITE}: runs one suite, prints and keeps its report. */
public final class Benchmarks {
    /** Suites by the words that call them. */
    private static final Map<String, Function<Asked, Suite>> SUITES = new TreeMap<>(Map.of(
            "bench history", asked -> asked.quick() ? History.quick() : History.full(),
            "bench deadlines", asked -> asked.quick() ? Deadlines.quick() : Deadlines.full(),
            "chaos history", Chaos::of));

    private Benchmarks() {}

    /** Ends with 1 where a suite found what must not be, with 2 where it was not understood. */
    public static void main(String... words) throws Exception {
        System.exit(run(words));
    }

    private static int run(String... words) throws Exception {
        try {
            var asked = Asked.of(words);
            var suite = SUITES.get(asked.suite());
            if (suite != null) {
                return run(suite.apply(asked), String.join(" ", words));
            }
            System.err.println(
                    "There is no suite \"" + asked.suite() + "\"; there are: " + String.join(", ", SUITES.keySet()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
        }
        return 2;
    }

    private static int run(Suite suite, String words) throws Exception {
        var report = new Report("./aryz " + words);
        suite.run(report, new Progress(System.err));
        var file = Path.of("benchmarks", "target", words.replaceAll("[^a-z0-9-]+", "-") + ".md");
        report.write(file);
        System.out.println(report);
        System.err.println("Written to " + file);
        return report.isClean() ? 0 : 1;
    }
}
