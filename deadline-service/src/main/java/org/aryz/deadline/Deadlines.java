package org.aryz.deadline;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.Rule;

/** All deadlines of one complaint: a pure function of its facts, the law and the calendar. No clock is asked. */
public final class Deadlines {
    private final Map<UUID, Deadline> byId;

    private Deadlines(Map<UUID, Deadline> byId) {
        this.byId = byId;
    }

    /** With the way on which each date was found. */
    public static Deadlines compute(CaseFacts facts, Law law, Calendars calendars) {
        return compute(facts, law, calendars, Explanation::new);
    }

    /** The same without the way. */
    static Deadlines unexplained(CaseFacts facts, Law law, Calendars calendars) {
        return compute(facts, law, calendars, () -> Explanation.NONE);
    }

    private static Deadlines compute(
            CaseFacts facts, Law law, Calendars calendars, Supplier<Explanation> explanations) {
        var country = facts.complaint().jurisdiction();
        var rules = law.of(country);
        var charges = Charges.of(facts, law, rules);
        var computed = new ArrayList<Computed>();
        for (var rule : rules) {
            var computation =
                    new Computation(rule, facts, law, calendars.of(country, rule.calendar()), charges, explanations);
            for (var reading : rule.readings()) {
                computation.deadlines(reading).forEach(deadline -> computed.add(Computed.of(rule, deadline)));
            }
        }
        return new Deadlines(onlyEarliestWarns(computed));
    }

    /** Readings of one rule are rivals where they speak of the same subject. */
    private record Rivals(String rule, String subject) {}

    private record Computed(Rivals rivals, Deadline deadline) {
        static Computed of(Rule rule, Deadline deadline) {
            return new Computed(new Rivals(rule.readingOf(), deadline.term().subject()), deadline);
        }

        /** Only those compete that run and are no shadows. */
        boolean warns() {
            return !deadline.term().shadow() && deadline.standing() instanceof Standing.Open;
        }

        boolean isBefore(Computed other) {
            return comparing((Term term) -> term.dueAt())
                            .thenComparing(Term::rule)
                            .thenComparing(Term::reading)
                            .compare(deadline.term(), other.deadline.term())
                    < 0;
        }
    }

    /** Where a rule is read in several ways, all run, and of those that are not shadows the earliest warns. */
    private static Map<UUID, Deadline> onlyEarliestWarns(List<Computed> computed) {
        var first = new HashMap<Rivals, Computed>();
        for (var each : computed) {
            if (each.warns()) {
                first.merge(each.rivals(), each, (one, two) -> two.isBefore(one) ? two : one);
            }
        }
        var byId = new TreeMap<UUID, Deadline>();
        for (var each : computed) {
            var deadline = each.deadline();
            var quiet = each.warns() && !each.equals(first.get(each.rivals()));
            byId.put(
                    deadline.term().deadline(),
                    quiet ? deadline.with(Ladders.onlyTheEnd(deadline.ladder())) : deadline);
        }
        return byId;
    }

    public List<Deadline> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Deadline> find(UUID deadline) {
        return Optional.ofNullable(byId.get(deadline));
    }
}
