package org.aryz.deadline.reconciliation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aryz.deadline.application.Expected;
import org.aryz.deadline.reconciliation.ArmedRow.Rung;

/**
 * Holds what is armed for one complaint against what its history asks for. What is due at this moment and about to be told is no
 * difference, nor is it one how many of the warnings that are repeated for ever are planned.
 */
record Comparison(Map<UUID, Difference> differences) {

    static Comparison of(Expected expected, List<ArmedRow> armed) {
        var left = new HashMap<>(armed.stream().collect(toMap(ArmedRow::deadline, identity())));
        var differences = new HashMap<UUID, Difference>();
        for (var row : expected.rows()) {
            compare(row, Optional.ofNullable(left.remove(row.deadline())), expected.now())
                    .ifPresent(difference -> differences.put(row.deadline(), difference));
        }
        left.keySet().forEach(unknown -> differences.put(unknown, Difference.SURPLUS));
        return new Comparison(Map.copyOf(differences));
    }

    boolean isEmpty() {
        return differences.isEmpty();
    }

    List<UUID> surplus() {
        return differences.keySet().stream()
                .filter(deadline -> differences.get(deadline) == Difference.SURPLUS)
                .toList();
    }

    boolean hasMoreThanSurplus() {
        return differences.values().stream().anyMatch(difference -> difference != Difference.SURPLUS);
    }

    Map<Difference, Long> counts() {
        var counts = new EnumMap<Difference, Long>(Difference.class);
        differences.values().forEach(difference -> counts.merge(difference, 1L, Long::sum));
        return counts;
    }

    private static Optional<Difference> compare(Expected.Row row, Optional<ArmedRow> armed, Instant now) {
        var wanted = ArmedRow.of(row.armed().json());
        var toTell = row.overdue() || !wanted.rungs().isEmpty();
        if (armed.isEmpty()) {
            return toTell ? Optional.of(Difference.MISSING) : Optional.empty();
        }
        var actual = armed.get();
        if (!row.asSaid()) {
            return Optional.empty();
        }
        if (actual.rungs().isEmpty()) {
            return toTell ? Optional.of(Difference.MISSING) : Optional.empty();
        }
        if (!toTell) {
            return Optional.of(Difference.SURPLUS);
        }
        return compare(wanted, actual, row.overdue(), now);
    }

    private static Optional<Difference> compare(ArmedRow wanted, ArmedRow actual, boolean overdue, Instant now) {
        var due = actual.due(now);
        if ((overdue && due == 0) || !sameTimes(wanted.rungs(), actual.after(now), decides(actual, due))) {
            return Optional.of(Difference.WRONG_TIME);
        }
        var same = sameWords(wanted.rungs(), actual.after(now))
                && (wanted.said().isEmpty() || wanted.said().equals(actual.said()));
        return same ? Optional.empty() : Optional.of(Difference.ALTERED);
    }

    private static boolean decides(ArmedRow actual, int due) {
        return due > 0 && actual.rungs().get(due - 1).decides();
    }

    /** Fewer rungs do where the complaint is decided on at the last of them: then the others are armed. */
    private static boolean sameTimes(List<Rung> wanted, List<Rung> actual, boolean decidesBefore) {
        if (actual.size() > wanted.size()) {
            return false;
        }
        for (var i = 0; i < actual.size(); i++) {
            if (!actual.get(i).comesAsDoes(wanted.get(i))) {
                return false;
            }
        }
        return actual.size() == wanted.size()
                || (actual.isEmpty() ? decidesBefore : actual.getLast().decides());
    }

    private static boolean sameWords(List<Rung> wanted, List<Rung> actual) {
        for (var i = 0; i < actual.size(); i++) {
            var last = i == actual.size() - 1;
            var decides = actual.get(i).decides();
            if ((decides != wanted.get(i).decides() && !(decides && last))
                    || !actual.get(i).isToldAsIs(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }
}
