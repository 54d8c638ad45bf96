package org.aryz.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Several measurements of one thing in one run: their median stands for it, least and greatest show the spread. */
public record Figure(double... rounds) {

    public Figure {
        if (rounds.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        rounds = rounds.clone();
        Arrays.sort(rounds);
    }

    public double median() {
        var middle = rounds.length / 2;
        return rounds.length % 2 == 1 ? rounds[middle] : (rounds[middle - 1] + rounds[middle]) / 2;
    }

    /** The ratio of the medians. */
    public double over(Figure other) {
        return median() / other.median();
    }

    /** Median, then least to greatest, to three digits. */
    @Override
    public String toString() {
        return rounds.length == 1
                ? digits(median())
                : "%s (%s to %s)".formatted(digits(median()), digits(rounds[0]), digits(rounds[rounds.length - 1]));
    }

    private static String digits(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
