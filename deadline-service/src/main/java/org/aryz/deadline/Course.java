package org.aryz.deadline;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aryz.deadline.calendar.Calendar;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.FactPattern;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
import org.aryz.deadline.law.Span;
import org.jspecify.annotations.Nullable;

/**
 * How one term runs from its start to its end: begun anew, stopped, extended, capped.
 *
 * @param longest where times are uncertain, to the latest end that is possible, which an expiry waits for; else to the earliest
 */
record Course(
        Rule rule,
        Reading reading,
        Claim claim,
        CaseFacts facts,
        Calendar calendar,
        boolean longest,
        Explanation explanation) {
    private static final Pauses NO_PAUSES = Pauses.of(List.of(), List.of(), new LegalTime(ZoneOffset.UTC), false);

    /** Where it began in the end, and the dates that follow. */
    record Run(Instant start, Dates dates, Pauses pauses) {
        /** The pause in which the term still stands, or null. */
        Pauses.@Nullable Pause standsStill() {
            return pauses.open(dates.dueAt());
        }
    }

    Run run() {
        var pauses = pauses();
        var begun = longest ? claim.start().latest() : claim.start().earliest();
        var start = restarted(begun, pauses);
        if (!start.equals(begun)) {
            explanation.step("restarted", "at", start);
        }
        var dates = extended(capped(dates(start, pauses, explanation), start, pauses), pauses);
        return new Run(start, dates, pauses);
    }

    private Dates dates(Instant start, Pauses pauses, Explanation noted) {
        return new Reckoning(rule, calendar, time(), noted).dates(start, span(), pauses);
    }

    /** Each fact that restarts the term does so only if it had not run out by then; in doubt, it had when warning, it had not when expiring. */
    private Instant restarted(Instant begun, Pauses pauses) {
        var start = begun;
        for (var fact : chronological(rule.ends().restartedBy())) {
            var earliest = fact.occurred().earliest(time());
            var latest = fact.occurred().latest(time());
            var inTime = longest ? earliest : latest;
            var anew = longest ? latest : earliest;
            if (anew.isAfter(start)
                    && inTime.isBefore(dates(start, pauses, Explanation.NONE).dueAt())) {
                start = anew;
            }
        }
        return start;
    }

    private List<Fact> chronological(List<FactPattern> patterns) {
        var found = naming(patterns);
        return found.isEmpty() ? found : found.stream().sorted(facts.inOrder()).toList();
    }

    /** A cap warns; it never brings an expiry forward, as it is less sure than the term itself. */
    private Dates capped(Dates dates, Instant start, Pauses pauses) {
        var cap = rule.ends().cap();
        if (cap == null || longest || pauses.all().isEmpty()) {
            return dates;
        }
        var capped = new Reckoning(rule, calendar, time(), Explanation.NONE)
                .dates(start, new Span.CalendarDays(cap), NO_PAUSES);
        if (!capped.dueAt().isBefore(dates.dueAt())) {
            return dates;
        }
        explanation.step("capped", "from", dates.due(), "period", cap, "to", capped.due());
        return capped;
    }

    /** Each extension replaces the date, unless it was granted after the term had run out: then the breach stays. */
    private Dates extended(Dates unextended, Pauses pauses) {
        var dates = unextended;
        for (var granted : extensions()) {
            var until = LocalDate.parse(Objects.requireNonNull(granted.one("until")));
            var at = granted.occurred().latest(time());
            if (at.isBefore(dates.dueAt()) || pauses.open(dates.dueAt()) != null) {
                dates = new Reckoning(rule, calendar, time(), explanation).until(until, at, pauses);
            } else {
                explanation.step(
                        "extension-refused", "granted", time().dayOf(at), "until", until, "ended", dates.due());
            }
        }
        return dates;
    }

    private List<Fact> extensions() {
        var terms = rule.ends().extendedTerms();
        return terms.isEmpty()
                ? List.of()
                : facts.ofType("extension.granted").stream()
                        .filter(fact -> fact.all("term").stream().anyMatch(terms::contains))
                        .filter(fact -> fact.one("until") != null && subjects().names(fact, claim))
                        .filter(fact -> !fact.occurred()
                                .latest(time())
                                .isBefore(claim.start().earliest()))
                        .sorted(comparing((Fact fact) -> fact.occurred().earliest(time()))
                                .thenComparing(fact -> fact.all("until").getFirst())
                                .thenComparing(Fact::id))
                        .toList();
    }

    private Pauses pauses() {
        var stopping = naming(rule.ends().suspendedBy());
        return stopping.isEmpty()
                ? NO_PAUSES
                : Pauses.of(stopping, naming(rule.ends().resumedBy()), time(), longest);
    }

    private List<Fact> naming(List<FactPattern> patterns) {
        var found = patterns.isEmpty() ? List.<Fact>of() : facts.matchingAny(patterns);
        if (found.isEmpty()) {
            return found;
        }
        var naming = new ArrayList<Fact>(found.size());
        var subjects = subjects();
        for (var fact : found) {
            if (subjects.names(fact, claim)) {
                naming.add(fact);
            }
        }
        return naming;
    }

    /** The length that a fact tells, or a shorter one for who must not wait, or that of the reading. */
    private Span span() {
        var told = rule.lengthIn();
        if (told != null) {
            var shortest = facts.matching(told.fact()).stream()
                    .flatMap(fact -> fact.all(told.field()).stream())
                    .filter(days -> days.matches("[1-9][0-9]{0,4}"))
                    .mapToInt(Integer::parseInt)
                    .min();
            if (shortest.isPresent()) {
                return new Span.CalendarDays(Period.ofDays(shortest.getAsInt()));
            }
        }
        for (var shorter : rule.shorter()) {
            if (!facts.matchingAny(shorter.when()).isEmpty()) {
                return shorter.span();
            }
        }
        return reading.span();
    }

    private Subjects subjects() {
        return new Subjects(rule, facts.suspects());
    }

    private LegalTime time() {
        return facts.time();
    }
}
