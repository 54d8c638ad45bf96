package org.aryz.deadline.view.horizon;

import java.time.Duration;
import java.time.Instant;

/**
 * How far an export looks ahead and how long it can be trusted.
 *
 * @param made when it was made: what became known later is not in it
 * @param until what runs out from then on is not in it
 * @param next when the next one is due: once that is past and this is still the newest, something is down
 */
public record Horizon(Instant made, Instant until, Instant next) {
    public static Horizon of(Instant made, int days, Duration every) {
        return new Horizon(made, made.plus(Duration.ofDays(days)), made.plus(every));
    }
}
