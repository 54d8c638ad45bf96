package org.aryz.deadline.law;

import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/**
 * One step of an alert set.
 *
 * @param milder the severity once the milder fact is known, such as a case that reached the court
 */
public record AlertStep(String rung, At at, Severity severity, String audience, @Nullable Milder milder) {

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
