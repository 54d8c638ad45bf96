package org.aryz.deadline.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a single rule cannot tell: whether the versions of a rule, and the rules that name each other, go together. */
final class Coherence {
    private Coherence() {}

    /** Checks the rules of one file against all that were read so far; a rule may name only rules of its own or an earlier file. */
    static void check(String file, List<Rule> rules, List<Rule> all) {
        for (var rule : rules) {
            var where = file + ", rule " + rule.id();
            refuseIf(
                    all.stream().anyMatch(other -> isRivalOf(rule, other)),
                    where + ", field inForce",
                    "another version holds on the same days");
            refuseIf(
                    all.stream().filter(other -> sameVersion(rule, other)).count() > 1,
                    where + ", field version",
                    "stands there twice");
            refuseIf(
                    !exists(rule.readingOf(), all),
                    where + ", field readingOf",
                    "there is no rule " + rule.readingOf());
            for (var waiver : rule.ends().waivers()) {
                refuseIf(
                        waiver.confirmedBy() != null && !exists(waiver.confirmedBy(), all),
                        where + ", field waivedFor",
                        "there is no rule " + waiver.confirmedBy());
            }
        }
    }

    private static boolean sameVersion(Rule rule, Rule other) {
        return other.id().equals(rule.id()) && other.version() == rule.version();
    }

    private static boolean isRivalOf(Rule rule, Rule other) {
        return other.id().equals(rule.id())
                && other.version() != rule.version()
                && other.inForce().touches(rule.inForce().from(), rule.inForce().to());
    }

    private static boolean exists(@Nullable String id, List<Rule> all) {
        return all.stream().anyMatch(rule -> rule.id().equals(id));
    }

    private static void refuseIf(boolean wrong, String where, String what) {
        if (wrong) {
            throw new LawDataException(where, what);
        }
    }
}
