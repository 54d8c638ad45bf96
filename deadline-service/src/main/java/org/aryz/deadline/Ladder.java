package org.aryz.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.Repetition;
import org.jspecify.annotations.Nullable;

/** All warnings of one deadline in the order of time, as data that a due row can hold. */
public record Ladder(List<Rung> rungs, @Nullable Repeat repeat) {
    static final Ladder NONE = new Ladder(List.of(), null);

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /** Warnings said again and again after the end: the n-th comes n times the period later. */
    public record Repeat(Repetition repetition, Instant from, LegalTime time) {

        Rung rung(int n) {
            var days = repetition.days() * n;
            var at = time.plus(from, Period.ofDays(days));
            return new Rung("+P" + days + "D", at, repetition.severity(), repetition.audience(), false);
        }

        /** How many of them have passed. */
        int passed(Instant now) {
            var guess = Duration.between(from, now).toDays() / repetition.days() + 1;
            var n = (int) Math.max(0, guess);
            while (n > 0 && rung(n).at().isAfter(now)) {
                n--;
            }
            return n;
        }
    }

    /** The rungs passed by now, without the repeated ones. */
    Stream<Rung> passed(Instant now) {
        return rungs.stream().filter(rung -> !rung.at().isAfter(now));
    }

    /** What is to be told by now: of the rungs passed the last, and before the end of the term every alarm passed. */
    public List<Rung> toTell(Instant now) {
        var over = passed(now).anyMatch(rung -> rung.code().equals(Rung.BREACH));
        return Stream.concat(passed(now).filter(rung -> rung.alarm() && !over), latest(now).stream())
                .toList();
    }

    private Optional<Rung> latest(Instant now) {
        var repeats = repeat == null ? 0 : repeat.passed(now);
        if (repeat != null && repeats > 0) {
            return Optional.of(repeat.rung(repeats));
        }
        return passed(now).filter(rung -> !rung.alarm()).reduce((_, later) -> later);
    }

    /** The rungs still to come, with as many repeated ones as asked for: what a due row is armed with. */
    public List<Rung> ahead(Instant now, int repeats) {
        var coming = rungs.stream().filter(rung -> rung.at().isAfter(now));
        if (repeat == null) {
            return coming.toList();
        }
        var first = repeat.passed(now) + 1;
        return Stream.concat(coming, IntStream.range(first, first + repeats).mapToObj(repeat::rung))
                .toList();
    }
}
