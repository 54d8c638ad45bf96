package org.aryz.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Takes measurements in turn, so that what changes on the machine meanwhile meets all of them. */
public final class Rounds {
    /** Something that can be measured again and again. */
    @FunctionalInterface
    public interface Measurement {
        double measure() throws Exception;
    }

    private static final int WARM_AFTER = 1;

    /** Compilers share the processors with what they compile: it takes a while until all of it is. */
    private static final int COMPILED_AFTER = 6;

    private final Map<String, Series> series = new LinkedHashMap<>();

    /** @param warming rounds before those that count */
    private record Series(Measurement measurement, int warming, List<Double> values) {}

    public Rounds of(String name, Measurement measurement) {
        return of(name, measurement, WARM_AFTER);
    }

    /** Work of this process, which is as fast as in a service that has run for a while only once it is compiled. */
    public Rounds ofWarm(String name, Measurement measurement) {
        return of(name, measurement, COMPILED_AFTER);
    }

    private Rounds of(String name, Measurement measurement, int warming) {
        series.put(name, new Series(measurement, warming, new ArrayList<>()));
        return this;
    }

    /** Rounds count from the first; those up to zero warm up. */
    public Rounds run(int rounds, Progress progress) throws Exception {
        for (var round = 1 - COMPILED_AFTER; round <= rounds; round++) {
            for (var each : series.entrySet()) {
                if (round > -each.getValue().warming()) {
                    measure(each.getKey(), each.getValue(), round, progress);
                }
            }
        }
        return this;
    }

    private static void measure(String name, Series series, int round, Progress progress) throws Exception {
        var value = series.measurement().measure();
        if (round > 0) {
            series.values().add(value);
        }
        progress.step(String.format(Locale.ROOT, "%s, round %d: %s", name, round, new Figure(value)));
    }

    public Figure figure(String name) {
        return new Figure(Objects.requireNonNull(series.get(name)).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }
}
