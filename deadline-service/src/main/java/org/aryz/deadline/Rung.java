package org.aryz.deadline;

import java.time.Instant;
import org.aryz.deadline.law.Severity;

/**
 * One step of a ladder of warnings.
 *
 * @param alarm stands beside the ladder: once reached it is told, whichever later step has been reached too
 */
public record Rung(String code, Instant at, Severity severity, String audience, boolean alarm) {
    /** The rung at the instant at which the term has run out. */
    public static final String BREACH = "breach";

    /** The rung at which even the latest possible start has run out. */
    public static final String EXPIRY = "expiry";
}
