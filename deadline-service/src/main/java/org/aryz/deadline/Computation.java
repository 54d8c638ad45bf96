package org.aryz.deadline;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aryz.deadline.calendar.Calendar;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.FactPattern;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
import org.aryz.deadline.law.Span;
import org.jspecify.annotations.Nullable;

/** The deadlines that one version of one rule gives for one complaint. */
record Computation(Rule rule, CaseFacts facts, Law law, Calendar calendar) {

    /** One deadline for each subject in which the reading's trigger happened. */
    List<Deadline> deadlines(Reading reading) {
        var subjects = new Subjects(rule);
        var own = facts.matching(reading.trigger().fact()).collect(groupingBy(subjects::of));
        var assumed = facts.matchingAny(reading.trigger().assumedFrom()).collect(groupingBy(subjects::of));
        var deadlines = new ArrayList<Deadline>();
        for (var subject : new TreeSet<>(
                Stream.of(own, assumed).flatMap(map -> map.keySet().stream()).toList())) {
            var start = Start.of(
                    reading.trigger(),
                    own.getOrDefault(subject, List.of()),
                    assumed.getOrDefault(subject, List.of()),
                    facts);
            if (start != null && law.governs(rule, reading, time().dayOf(start.earliest()))) {
                deadlines.add(deadline(reading, subject, start));
            }
        }
        return deadlines;
    }

    private Deadline deadline(Reading reading, String subject, Start start) {
        var explanation = new Explanation();
        explanation.step("rule", "rule", rule.id(), "version", rule.version(), "reading", reading.id());
        explanation.step("start", "fact", start.fact(), "at", start.earliest(), "assumed", start.assumed());
        var dates = dates(reading, subject, start, start.earliest(), false, explanation);
        var shadow = rule.shadow() || reading.shadow();
        var expiresAt = rule.mayExpire() && !shadow && !start.assumed()
                ? Start.max(
                        dates.dueAt(),
                        dates(reading, subject, start, start.latest(), true, new Explanation())
                                .dueAt())
                : null;
        var term = new Terms(this, reading, subject, start).term(dates, expiresAt, shadow);
        var standing = standing(subject, start, term.dueAt());
        var ladder = standing instanceof Standing.Open
                ? new Ladders(rule.alerts(), facts, shadow).of(start.earliest(), dates, expiresAt)
                : Ladder.NONE;
        return new Deadline(term, standing, explanation.steps(), ladder);
    }

    private Dates dates(
            Reading reading, String subject, Start start, Instant from, boolean longest, Explanation explanation) {
        var reckoning = new Reckoning(rule, calendar, time(), explanation);
        var pauses = pauses(subject, longest);
        var extension = extension(subject, start);
        return extension
                .map(granted -> reckoning.until(
                        LocalDate.parse(granted.all("until").getFirst()),
                        granted.occurred().latest(time()),
                        pauses))
                .orElseGet(() -> reckoning.dates(from, span(reading), pauses));
    }

    private Pauses pauses(String subject, boolean longest) {
        return Pauses.of(
                naming(rule.ends().suspendedBy(), subject), naming(rule.ends().resumedBy(), subject), time(), longest);
    }

    private List<Fact> naming(List<FactPattern> patterns, String subject) {
        var subjects = new Subjects(rule);
        return facts.matchingAny(patterns)
                .filter(fact -> subjects.names(fact, subject))
                .toList();
    }

    private Span span(Reading reading) {
        return rule.shorter().stream()
                .filter(shorter -> facts.matchingAny(shorter.when()).findAny().isPresent())
                .findFirst()
                .map(shorter -> shorter.span())
                .orElse(reading.span());
    }

    /** Of several extensions of this term the one that was granted last holds. */
    private Optional<Fact> extension(String subject, Start start) {
        var subjects = new Subjects(rule);
        return facts.ofType("extension.granted")
                .filter(fact -> fact.all("term").stream().anyMatch(rule.ends().extendedTerms()::contains))
                .filter(fact -> fact.one("until") != null && subjects.names(fact, subject))
                .filter(fact -> !fact.occurred().latest(time()).isBefore(start.earliest()))
                .max(Comparator.comparing((Fact fact) -> fact.occurred().earliest(time()))
                        .thenComparing(fact -> fact.all("until").getFirst())
                        .thenComparing(Fact::id));
    }

    private Standing standing(String subject, Start start, Instant dueAt) {
        var met = first(rule.ends().metBy(), subject, start);
        if (met != null) {
            return new Standing.Met(met.id(), met.occurred().earliest(time()).isAfter(dueAt));
        }
        var ended = first(rule.ends().endedBy(), subject, start);
        if (ended != null) {
            return new Standing.Waived(ended.asReason());
        }
        if (facts.closed()) {
            return new Standing.Waived("complaint-closed");
        }
        var pause = pauses(subject, false).open(dueAt);
        return pause == null ? new Standing.Open() : new Standing.Suspended(pause.reason());
    }

    /** The first of the facts that concern this subject and did not happen before the term began. */
    private @Nullable Fact first(List<FactPattern> patterns, String subject, Start start) {
        var subjects = new Subjects(rule);
        return facts.matchingAny(patterns)
                .filter(fact -> subjects.concerns(fact, subject))
                .filter(fact -> !fact.occurred().latest(time()).isBefore(start.earliest()))
                .min(Comparator.comparing((Fact fact) -> fact.occurred().earliest(time()))
                        .thenComparing(Fact::id))
                .orElse(null);
    }

    LegalTime time() {
        return facts.time();
    }
}
