package org.aryz.deadline;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.Matter;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which limitation clocks run, and for whom: one for each suspect and qualification, one for the suspect who is not known yet, and
 * those of milder offences as shadows. While nobody has qualified the acts, the offence is presumed from what is alleged, the one
 * with the longest term first.
 */
final class Charges {
    private static final String SET = "qualification-set";
    private static final String CHANGED = "qualification-changed";

    private final CaseFacts facts;
    private final List<Bound> bounds;
    private final IdentityHashMap<Reading, List<Claim>> claims = new IdentityHashMap<>();

    private Charges(CaseFacts facts, List<Bound> bounds) {
        this.facts = facts;
        this.bounds = bounds;
    }

    /** @param rules those that hold in the country of the complaint */
    static Charges of(CaseFacts facts, Law law, List<Rule> rules) {
        var bounds = rules.stream()
                .filter(rule -> rule.matter() == Matter.LIMITATION)
                .flatMap(rule -> rule.readings().stream().map(reading -> Bound.of(rule, reading, facts, law)))
                .filter(Bound::isPossible)
                .toList();
        var charges = new Charges(facts, bounds);
        facts.suspects().forEach(suspect -> charges.charge(suspect, null));
        charges.charge(Subjects.UNKNOWN_SUSPECT, facts.suspects().isEmpty() ? null : "suspect-identified");
        return charges;
    }

    List<Claim> of(Reading reading) {
        return claims.getOrDefault(reading, List.of());
    }

    private void charge(String suspect, @Nullable String replaced) {
        var all = qualifications(suspect);
        var last = all.isEmpty() ? null : all.getLast();
        // A qualification that no rule knows tells nothing of the term.
        var present = last != null && bounds.stream().anyMatch(bound -> bound.isOf(last)) ? last : null;
        var own = present == null
                ? presumed()
                : bounds.stream().filter(bound -> bound.isOf(present)).toList();
        var longest = longest(own);
        for (var bound : bounds) {
            qualified(bound, suspect, all, present, replaced);
            if (!own.contains(bound)) {
                milder(bound, suspect, longest, present, replaced);
            } else if (present == null) {
                add(bound, suspect, bound.presumed(), false, replaced);
            } else {
                add(bound, suspect, bound.any(), false, replaced == null ? SET : replaced);
            }
        }
    }

    /** The clocks of all offences the suspect was ever charged with; only the present one runs. */
    private void qualified(
            Bound bound, String suspect, List<Fact> all, @Nullable Fact present, @Nullable String replaced) {
        var articles = new LinkedHashSet<String>();
        all.stream().filter(bound::isOf).map(Charges::article).forEach(articles::add);
        for (var article : articles) {
            var runs = present != null && bound.isOf(present) && article.equals(article(present));
            var reason = runs ? replaced : CHANGED;
            claim(
                    bound,
                    new Claim(suspect + ":" + article, suspect, Objects.requireNonNull(bound.any()), false, reason));
        }
    }

    /** The clock of an offence that is neither charged nor presumed: a shadow where it is shorter, else not needed any more. */
    private void milder(Bound bound, String suspect, long longest, @Nullable Fact present, @Nullable String replaced) {
        if (bound.ofAllOffences()) {
            add(bound, suspect, bound.any(), false, replaced);
        } else if (bound.length() < longest) {
            add(bound, suspect, bound.plausible(), true, replaced);
        } else if (present != null) {
            add(bound, suspect, bound.plausible(), false, replaced == null ? SET : replaced);
        }
    }

    private void add(Bound bound, String suspect, @Nullable Start start, boolean shadow, @Nullable String replaced) {
        if (start != null) {
            claim(bound, new Claim(suspect, suspect, start, shadow, replaced));
        }
    }

    private void claim(Bound bound, Claim claim) {
        claims.computeIfAbsent(bound.reading(), _ -> new ArrayList<>()).add(claim);
    }

    /** Of the offences that are presumed the one with the longest term, in all its readings; and long stops, which go by themselves. */
    private List<Bound> presumed() {
        var presumed = bounds.stream().filter(bound -> bound.presumed() != null).toList();
        var longest = longest(presumed);
        var rules = presumed.stream()
                .filter(bound -> bound.length() == longest)
                .map(bound -> bound.rule().id())
                .collect(toSet());
        return presumed.stream()
                .filter(bound ->
                        bound.isLongStop() || rules.contains(bound.rule().id()))
                .toList();
    }

    private static long longest(List<Bound> own) {
        return own.stream()
                .filter(bound -> !bound.isLongStop())
                .mapToLong(Bound::length)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    /** What was ever said of the offence, in the order in which it holds; a qualification that names nobody is of all. */
    private List<Fact> qualifications(String suspect) {
        return Stream.concat(facts.ofType("qualification.set").stream(), facts.ofType("qualification.changed").stream())
                .filter(fact ->
                        fact.one("suspect") == null || fact.all("suspect").contains(suspect))
                .sorted(comparing((Fact fact) -> fact.occurred().earliest(facts.time()))
                        .thenComparing(Fact::toldAt)
                        .thenComparing(Fact::id))
                .toList();
    }

    private static String article(Fact qualification) {
        return Objects.requireNonNullElse(
                qualification.one("article"), Objects.requireNonNullElse(qualification.one("class"), "unnamed"));
    }
}
