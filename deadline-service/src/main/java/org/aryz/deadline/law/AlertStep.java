package org.aryz.deadline.law;

import java.time.Duration;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/**
 * One step of an alert set.
 *
 * @param milder the severity once the milder fact is known, such as a case that reached the court
 * @param unless an alarm: said beside the ladder, whichever of its rungs has been reached, unless this fact is known
 * @param spread over what time the alerts of all cases are spread, each case having its own place in it
 */
public record AlertStep(
        String rung,
        At at,
        Severity severity,
        String audience,
        @Nullable Milder milder,
        @Nullable String unless,
        Duration spread) {

    /** Where on the way from start to end a step lies. */
    public sealed interface At {
        /** At once. */
        record Start() implements At {}

        /** After a part of the way, in percent. */
        record Part(int percent) implements At {}

        /** Some time before the last safe moment. */
        record Before(TemporalAmount time) implements At {}

        /** At the end itself. */
        record Due() implements At {}

        /** Some time after the end. */
        record After(TemporalAmount time) implements At {}
    }

    /** A fact that takes the sting out of a step. */
    public record Milder(String after, Severity severity) {}
}
