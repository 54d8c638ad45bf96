package org.aryz.deadline.lawchange;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.FactPattern;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
import org.aryz.deadline.law.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints a change can touch at all: all others need not be looked at.
 *
 * @param facts one of these must be known; null where any complaint may be touched
 * @param days one of its deadlines must have something to do on one of these days; null where that does not matter
 */
public record Reach(Set<Jurisdiction> countries, @Nullable Set<String> facts, @Nullable List<Days> days) {
    /** No stretch of days off is longer, so no roll passes a day that is further away. */
    private static final int LONGEST_ROLL = 40;

    /** Days from first to last, both included. */
    public record Days(LocalDate first, LocalDate last) {}

    /** What rules can touch: only where one of their terms can begin. */
    static Reach of(Law before, Law after) {
        var rules =
                Stream.of(before, after).flatMap(law -> law.rules().stream()).toList();
        var countries = new HashSet<Jurisdiction>();
        var facts = new TreeSet<String>();
        for (var rule : rules) {
            countries.addAll(rule.jurisdictions());
            rule.readings().stream()
                    .flatMap(Reach::triggers)
                    .map(FactPattern::type)
                    .forEach(facts::add);
        }
        return new Reach(countries, facts, null);
    }

    private static Stream<FactPattern> triggers(Reading reading) {
        return Stream.concat(reading.trigger().facts().stream(), reading.trigger().assumedFrom().stream());
    }

    /** What a day can touch: terms that end near it, and those that are counted in working days across it. */
    static Reach of(Proposal.Days change, Law law) {
        var longest = law.rules().stream().mapToInt(Reach::daysCounted).max().orElse(0);
        var countries = new HashSet<Jurisdiction>();
        var days = change.days().stream()
                .peek(day -> countries.add(day.country()))
                .map(day ->
                        new Days(day.date().minusDays(LONGEST_ROLL), day.date().plusDays(LONGEST_ROLL + 3L * longest)))
                .toList();
        return new Reach(countries, null, days);
    }

    private static int daysCounted(Rule rule) {
        var own = rule.readings().stream().map(Reading::span);
        var shorter = rule.shorter().stream().map(each -> each.span());
        return Stream.concat(own, shorter)
                .mapToInt(span -> span instanceof Span.WorkingDays counted ? counted.length() : 0)
                .max()
                .orElse(0);
    }

    static Reach everywhere() {
        return new Reach(Set.of(Jurisdiction.values()), null, null);
    }
}
