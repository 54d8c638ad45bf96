package org.aryz.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * When a term began.
 *
 * @param earliest from here warnings count
 * @param latest only from here may a clock be said to have run out
 * @param assumed an earlier fact stands in for the one that is not known yet
 */
record Start(Instant earliest, Instant latest, boolean assumed, String fact) {

    boolean uncertain(LegalTime time) {
        return !time.dayOf(earliest).equals(time.dayOf(latest));
    }

    /** When the facts of one subject started a term, or null where they did not. */
    static @Nullable Start of(Trigger trigger, List<Fact> own, List<Fact> assumed, CaseFacts facts) {
        var found = own.isEmpty() ? latestOf(assumed, facts.time()) : own;
        Start start = null;
        for (var fact : found) {
            var next = of(fact, trigger, own.isEmpty(), facts.time());
            start = next == null ? start : start == null ? next : start.joined(next);
        }
        return start == null ? null : start.notBefore(trigger, facts);
    }

    /** Where the fact itself is unknown, the latest known earlier event stands in. */
    private static List<Fact> latestOf(List<Fact> facts, LegalTime time) {
        return facts.stream()
                .max(Comparator.comparing((Fact fact) -> fact.occurred().earliest(time))
                        .thenComparing(Fact::id))
                .map(List::of)
                .orElse(List.of());
    }

    private static @Nullable Start of(Fact fact, Trigger trigger, boolean assumed, LegalTime time) {
        var when = trigger.fromReceipt() ? fact.received() : fact.occurred();
        return when == null ? null : new Start(when.earliest(time), when.latest(time), assumed, fact.type());
    }

    private Start joined(Start other) {
        return new Start(min(earliest, other.earliest), max(latest, other.latest), assumed, fact);
    }

    private @Nullable Start notBefore(Trigger trigger, CaseFacts facts) {
        if (trigger.notBefore() == null) {
            return this;
        }
        var first = facts.matching(trigger.notBefore())
                .map(fact -> fact.occurred().earliest(facts.time()))
                .min(Instant::compareTo);
        return first.map(at -> new Start(max(earliest, at), max(latest, at), assumed, fact))
                .orElse(null);
    }

    static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
