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

    /** Compilers share the processors with what they compile: it takes a while until all of it is. */
    private static final int WARMING = 5;

    private final Map<String, Series> series = new LinkedHashMap<>();

    private record Series(Measurement measurement, List<Double> values) {}

    public Rounds of(String name, Measurement measurement) {
        series.put(name, new Series(measurement, new ArrayList<>()));
        return this;
    }

    /** Work of this process, which is as fast as in a service that has run for a while only when it is warm: it becomes so first. */
    public Rounds ofWarm(String name, Measurement measurement) throws Exception {
        for (var round = 0; round < WARMING; round++) {
            measurement.measure();
        }
        return of(name, measurement);
    }

    /** One round before those that count warms up. */
    public Rounds run(int rounds, Progress progress) throws Exception {
        for (var round = 0; round <= rounds; round++) {
            for (var each : series.entrySet()) {
                var value = each.getValue().measurement().measure();
                if (round > 0) {
                    each.getValue().values().add(value);
                }
                progress.step(String.format(Locale.ROOT, "%s, round %d: %s", each.getKey(), round, new Figure(value)));
            }
        }
        return this;
    }

    public Figure figure(String name) {
        return new Figure(Objects.requireNonNull(series.get(name)).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }
}
