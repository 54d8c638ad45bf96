package org.aryz.deadline.calculation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a term ends.
 *
 * @param due the local date of the last day, usable to its end; where time is counted, the local date of the instant; null while the
 *     term stands still
 * @param dueAt the instant at which the term has ended; null while it stands still
 * @param lastSafeDay no later than the day of any reading; null where time is counted
 * @param actBy the last working day on which to act safely; null where time is counted
 * @param provisional the calendar may still change on a day that was looked at
 */
public record Outcome(
        @Nullable LocalDate due,
        @Nullable Instant dueAt,
        @Nullable LocalDate lastSafeDay,
        @Nullable LocalDate actBy,
        boolean provisional,
        List<Step> steps) {
    public Outcome {
        steps = List.copyOf(steps);
    }

    static Outcome standingStill(Steps steps) {
        return new Outcome(null, null, null, null, steps.provisional(), steps.all());
    }
}
