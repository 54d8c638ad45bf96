package org.aryz.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
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

    /** Whether the version of the rule holds for a term that began then. */
    boolean isGovernedBy(Rule rule, Reading reading, Law law, LegalTime time) {
        return law.governs(rule, reading, time.dayOf(earliest), time.dayOf(latest));
    }

    /** When the facts of one subject started a term, or null where they did not. */
    static @Nullable Start of(Trigger trigger, List<Fact> own, List<Fact> assumed, CaseFacts facts) {
        var start = own.isEmpty()
                ? joined(latestOf(assumed, facts.time()), trigger, true, facts.time())
                : chosen(trigger, own, facts.time());
        return start == null || trigger.notBefore() == null ? start : start.notBefore(trigger, facts);
    }

    private static @Nullable Start chosen(Trigger trigger, List<Fact> own, LegalTime time) {
        return switch (trigger.which()) {
            case ANY -> joined(own, trigger, false, time);
            case LATEST -> joined(latestOf(own, time), trigger, false, time);
            case LAST_ACT -> new Acts(own, time).last(trigger);
            case FIRST_ACT -> new Acts(own, time).first();
        };
    }

    /** Several facts: the earliest of them for warnings, the latest for an expiry. */
    static @Nullable Start joined(List<Fact> facts, Trigger trigger, boolean assumed, LegalTime time) {
        Start start = null;
        for (var fact : facts) {
            var next = of(fact, trigger, assumed, time);
            start = next == null ? start : start == null ? next : start.joined(next);
        }
        return start;
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

    Start joined(Start other) {
        return new Start(min(earliest, other.earliest), max(latest, other.latest), assumed, fact);
    }

    private @Nullable Start notBefore(Trigger trigger, CaseFacts facts) {
        if (trigger.notBefore() == null) {
            return this;
        }
        var first = facts.matching(trigger.notBefore()).stream()
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

    /**
     * The acts of one case. Those of a continued offence are one act that ends with the last of them; whether acts are continued
     * nobody but who qualifies them can tell, so unless it is told each stands for itself.
     */
    private record Acts(List<Fact> all, LegalTime time) {
        private List<Fact> continued(boolean which) {
            return all.stream().filter(act -> isContinued(act) == which).toList();
        }

        private static boolean isContinued(Fact act) {
            return "true".equals(act.one("continued"));
        }

        @Nullable
        Start last(Trigger trigger) {
            var single = Start.joined(continued(false), trigger, false, time);
            var end = continued(true).stream()
                    .map(act -> act.occurred().latest(time))
                    .max(Instant::compareTo)
                    .map(at -> new Start(at, at, false, trigger.type()))
                    .orElse(null);
            return single == null ? end : end == null ? single : single.joined(end);
        }

        /** Only where acts are continued; otherwise the first act starts the clock itself. */
        @Nullable
        Start first() {
            return continued(true).stream()
                    .min(Comparator.comparing((Fact act) -> act.occurred().earliest(time)))
                    .map(act -> act.occurred().earliest(time))
                    .map(at -> new Start(at, at, false, all.getFirst().type()))
                    .orElse(null);
        }
    }
}
