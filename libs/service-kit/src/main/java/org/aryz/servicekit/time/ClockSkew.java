package org.aryz.servicekit.time;

import java.time.Duration;
import java.time.Instant;

/** Clocks of those who tell us something may run a little ahead of ours: what they say has just happened is no future. */
public final class ClockSkew {

    private static final Duration ALLOWED = Duration.ofSeconds(30);

    private ClockSkew() {}

    /** Whether a moment lies further ahead than a clock may be. */
    public static boolean isFuture(Instant moment, Instant now) {
        return moment.isAfter(now.plus(ALLOWED));
    }
}
