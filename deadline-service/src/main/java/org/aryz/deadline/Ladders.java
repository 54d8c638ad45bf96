package org.aryz.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.AlertSet;
import org.aryz.deadline.law.AlertStep;
import org.aryz.deadline.law.AlertStep.At;
import org.aryz.deadline.law.Severity;
import org.jspecify.annotations.Nullable;

/** Turns an alert set into the ladder of one deadline. */
record Ladders(AlertSet set, CaseFacts facts, boolean shadow) {

    /** Every step that lies between the start of the term and its end, the end itself, and what comes after. */
    Ladder of(Instant start, Dates dates, @Nullable Instant expiresAt) {
        var rungs = new ArrayList<Rung>();
        for (var step : set.steps()) {
            var at = instant(step.at(), start, dates).plus(place(step));
            if (!at.isBefore(start) && holds(step)) {
                rungs.add(new Rung(step.rung(), at, severity(step), step.audience(), step.unless() != null));
            }
        }
        if (expiresAt != null && expiresAt.isAfter(dates.dueAt())) {
            rungs.add(new Rung(Rung.EXPIRY, expiresAt, Severity.BREACH, "assignee", false));
        }
        rungs.sort(Comparator.comparing(Rung::at));
        var repetition = set.repetition();
        return new Ladder(rungs, repetition == null ? null : new Ladder.Repeat(repetition, dates.dueAt(), time()));
    }

    private boolean holds(AlertStep step) {
        return step.unless() == null || (!shadow && facts.ofType(step.unless()).isEmpty());
    }

    /** A case always has the same place in the time over which a step is spread. */
    private Duration place(AlertStep step) {
        return step.spread().isZero()
                ? Duration.ZERO
                : Duration.ofSeconds(Long.remainderUnsigned(
                        facts.complaint().id().getLeastSignificantBits(),
                        step.spread().toSeconds()));
    }

    /** Of two readings the earlier one warns; the later one only says when it has run out too. */
    static Ladder onlyTheEnd(Ladder ladder) {
        var end = ladder.rungs().stream()
                .filter(rung -> rung.code().equals(Rung.BREACH) || rung.code().equals(Rung.EXPIRY))
                .toList();
        return new Ladder(end, null);
    }

    private Instant instant(At at, Instant start, Dates dates) {
        return switch (at) {
            case At.Start _ -> start;
            case At.Part part -> start.plus(part(Duration.between(start, dates.warnAt()), part.percent()));
            case At.Before before -> time().minus(dates.warnAt(), before.time());
            case At.Due _ -> dates.dueAt();
            case At.After after -> time().plus(dates.dueAt(), after.time());
        };
    }

    /** To the nanosecond; {@link Duration} would calculate with big decimals. */
    private static Duration part(Duration way, int percent) {
        var hundredths = way.toSeconds() * percent;
        return Duration.ofSeconds(
                hundredths / 100, (hundredths % 100 * 1_000_000_000L + (long) way.toNanosPart() * percent) / 100);
    }

    private Severity severity(AlertStep step) {
        if (shadow) {
            return Severity.INFO;
        }
        var milder = step.milder();
        return milder != null && !facts.ofType(milder.after()).isEmpty() ? milder.severity() : step.severity();
    }

    private LegalTime time() {
        return facts.time();
    }
}
