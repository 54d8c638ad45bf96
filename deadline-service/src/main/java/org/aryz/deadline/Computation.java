package org.aryz.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.aryz.deadline.calendar.Calendar;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.FactPattern;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.Matter;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
import org.jspecify.annotations.Nullable;

/** The deadlines that one version of one rule gives for one complaint. */
record Computation(
        Rule rule, CaseFacts facts, Law law, Calendar calendar, Charges charges, Supplier<Explanation> explanations) {
    /** One deadline for each subject in which the reading's trigger happened. */
    List<Deadline> deadlines(Reading reading) {
        var subjects = new Subjects(rule, facts.suspects());
        var claims = rule.matter() == Matter.LIMITATION ? charges.of(reading) : claims(reading, subjects);
        if (claims.isEmpty()) {
            return List.of();
        }
        var deadlines = new ArrayList<Deadline>();
        for (var claim : claims) {
            if (subjects.holds(claim, facts)) {
                deadlines.add(deadline(reading, claim));
            }
        }
        return deadlines;
    }

    private List<Claim> claims(Reading reading, Subjects subjects) {
        var own = facts.matchingAny(reading.trigger().facts());
        var assumed = facts.matchingAny(reading.trigger().assumedFrom());
        if (own.isEmpty() && assumed.isEmpty()) {
            return List.of();
        }
        var ownOf = subjects.bySubject(own);
        var assumedOf = subjects.bySubject(assumed);
        var all = new TreeSet<>(ownOf.keySet());
        all.addAll(assumedOf.keySet());
        var claims = new ArrayList<Claim>();
        for (var subject : all) {
            var start = Start.of(
                    reading.trigger(),
                    ownOf.getOrDefault(subject, List.of()),
                    assumedOf.getOrDefault(subject, List.of()),
                    facts);
            if (start != null && start.isGovernedBy(rule, reading, law, time())) {
                claims.add(Claim.of(subject, start));
            }
        }
        return claims;
    }

    private Deadline deadline(Reading reading, Claim claim) {
        var explanation = explanations.get();
        var start = claim.start();
        explanation.step("rule", "rule", rule.id(), "version", rule.version(), "reading", reading.id());
        explanation.step("start", "fact", start.fact(), "at", start.earliest(), "assumed", start.assumed());
        var run = course(reading, claim, false, explanation).run();
        explanation.step(
                "end",
                "due",
                run.dates().due(),
                "zone",
                time().zone(),
                "at",
                run.dates().dueAt());
        var shadow = rule.shadow() || reading.shadow() || claim.shadow();
        var expiresAt = rule.mayExpire() && !shadow && !start.assumed() ? expiresAt(reading, claim, run) : null;
        var term = new Terms(this, reading, claim).term(run.dates(), expiresAt, shadow);
        var standing = standing(reading, claim, run);
        var ladder = standing instanceof Standing.Open
                ? new Ladders(rule.alerts(), facts, shadow).of(run.start(), run.dates(), expiresAt)
                : Ladder.NONE;
        return new Deadline(term, standing, explanation.steps(), ladder);
    }

    private Course course(Reading reading, Claim claim, boolean longest, Explanation explanation) {
        return new Course(rule, reading, claim, facts, calendar, longest, explanation);
    }

    /** Null while it may still stand, as far as the facts tell. */
    private @Nullable Instant expiresAt(Reading reading, Claim claim, Course.Run warned) {
        var last = course(reading, claim, true, Explanation.NONE).run();
        return last.standsStill() == null
                ? Start.max(warned.dates().dueAt(), last.dates().dueAt())
                : null;
    }

    private Standing standing(Reading reading, Claim claim, Course.Run run) {
        if (claim.replaced() != null) {
            return new Standing.Waived(claim.replaced(), null);
        }
        var start = claim.start();
        var met = first(rule.ends().metBy(), claim, since(claim));
        if (met != null) {
            // The end of a term is the first instant after it: on the next day is late.
            var late = !met.occurred().earliest(time()).isBefore(run.dates().dueAt());
            return new Standing.Met(met.id(), late);
        }
        var ended = first(rule.ends().endedBy(), claim, start.earliest());
        if (ended != null) {
            return new Standing.Waived(ended.asReason(), null);
        }
        if (facts.closed()) {
            return new Standing.Waived("complaint-closed", null);
        }
        var pause = run.standsStill();
        return pause == null || mayRun(reading, claim) ? new Standing.Open() : new Standing.Suspended(pause.reason());
    }

    /** Where the times of stopping and running on are so uncertain that either may have been first, it is taken to run, and warns. */
    private boolean mayRun(Reading reading, Claim claim) {
        return course(reading, claim, true, Explanation.NONE).run().standsStill() == null;
    }

    /** From when on what was done meets the term: from its start, or earlier where the rule looks back to the last act, say. */
    private Instant since(Claim claim) {
        var start = claim.start().earliest();
        var back = facts.matchingAny(rule.ends().metSince());
        if (back.isEmpty()) {
            return start;
        }
        var subjects = new Subjects(rule, facts.suspects());
        return back.stream()
                .filter(fact -> subjects.concerns(fact, claim))
                .map(fact -> fact.occurred().earliest(time()))
                .max(Instant::compareTo)
                .map(last -> Start.min(last, start))
                .orElse(start);
    }

    /** The first of the facts that concern this subject and did not happen too early. */
    private @Nullable Fact first(List<FactPattern> patterns, Claim claim, Instant since) {
        var subjects = new Subjects(rule, facts.suspects());
        Fact first = null;
        for (var fact : facts.matchingAny(patterns)) {
            if (subjects.concerns(fact, claim)
                    && !fact.occurred().latest(time()).isBefore(since)
                    && (first == null || facts.inOrder().compare(fact, first) < 0)) {
                first = fact;
            }
        }
        return first;
    }

    LegalTime time() {
        return facts.time();
    }
}
