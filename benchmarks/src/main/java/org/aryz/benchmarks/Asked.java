package org.aryz.benchmarks;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What was asked for by words: which suite, and how much of it.
 *
 * @param suite its words, like {@code bench history}
 * @param quick a look, of which little is to be cited
 * @param only the parts to run; empty for all
 * @param seed of what a suite leaves to chance
 */
public record Asked(String suite, boolean quick, Set<String> only, long seed) {

    /** @throws IllegalArgumentException if an option is unknown or lacks its value */
    static Asked of(String... words) {
        var left = new ArrayDeque<>(List.of(words));
        var suite = new StringBuilder();
        while (!left.isEmpty() && !left.element().startsWith("--")) {
            suite.append(suite.isEmpty() ? "" : " ").append(left.remove());
        }
        var quick = false;
        var only = new TreeSet<String>();
        var seed = ThreadLocalRandom.current().nextLong(1, 1_000_000);
        while (!left.isEmpty()) {
            switch (left.remove()) {
                case "--quick" -> quick = true;
                case "--only" -> only.addAll(List.of(value(left, "--only").split(",", -1)));
                case "--seed" -> seed = Long.parseLong(value(left, "--seed"));
                default -> throw new IllegalArgumentException("options are --quick, --only NAME[,NAME…] and --seed N");
            }
        }
        return new Asked(suite.toString(), quick, only, seed);
    }

    private static String value(ArrayDeque<String> left, String option) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " lacks its value");
        }
        return left.remove();
    }

    public boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }
}
