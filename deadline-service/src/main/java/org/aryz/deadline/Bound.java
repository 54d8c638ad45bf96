package org.aryz.deadline;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.Offence;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a limitation rule, and when the acts of a case began it under a version that governs them.
 *
 * @param any by any of the acts, which is for a suspect who is charged with the offence
 * @param presumed by the acts that are taken for the offence while nobody has qualified them
 * @param plausible by the acts that may yet be qualified so
 */
record Bound(Rule rule, Reading reading, @Nullable Start any, @Nullable Start presumed, @Nullable Start plausible) {
    static Bound of(Rule rule, Reading reading, CaseFacts facts, Law law) {
        var offence = reading.offence();
        var acts = facts.matchingAny(reading.trigger().facts());
        var any = start(acts, rule, reading, facts, law);
        return offence == null || any == null
                ? new Bound(rule, reading, any, null, any)
                : new Bound(
                        rule,
                        reading,
                        any,
                        start(only(acts, offence::isPresumedFor), rule, reading, facts, law),
                        start(only(acts, offence::isPlausibleFor), rule, reading, facts, law));
    }

    private static List<Fact> only(List<Fact> acts, Predicate<String> kind) {
        return acts.stream()
                .filter(act -> kind.test(Objects.requireNonNullElse(act.one("allegation-kind"), Offence.ANY)))
                .toList();
    }

    private static @Nullable Start start(List<Fact> acts, Rule rule, Reading reading, CaseFacts facts, Law law) {
        var start = acts.isEmpty() ? null : Start.of(reading.trigger(), acts, List.of(), facts);
        return start != null && start.isGovernedBy(rule, reading, law, facts.time()) ? start : null;
    }

    boolean isPossible() {
        return any != null;
    }

    /** Whether it bounds the prosecution whatever the offence. */
    boolean ofAllOffences() {
        return reading.offence() == null;
    }

    /** Whether it holds only once something happened, such as that a suspect absconded: never the own clock of an offence. */
    boolean isLongStop() {
        return !rule.when().isEmpty();
    }

    long length() {
        return reading.span().roughDays();
    }

    boolean isOf(Fact qualification) {
        var offence = reading.offence();
        return offence != null && offence.isNamedBy(qualification.fields());
    }
}
