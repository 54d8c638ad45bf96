package org.aryz.notification;

import java.time.Duration;

/** How long to wait after a failed attempt: less the nearer the due instant is, never for ever. */
public final class Patience {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** At most this part of the time to the due instant, before or after it, passes between two attempts. */
    private static final int PART = 20;

    private Patience() {}

    public static Duration after(int attempts, Duration timeLeft) {
        var doubled = Duration.ofSeconds(1L << Math.clamp(attempts - 1L, 0, 20));
        var part = timeLeft.abs().dividedBy(PART);
        return min(doubled, max(SHORTEST, min(part, LONGEST)));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
