package org.aryz.eventlog.subscription;

import java.time.Duration;

/**
 * How who follows the log goes about it.
 *
 * @param batchSize most events handled at a time
 * @param poll how long it rests when there is nothing to do and nobody nudges
 * @param lease how long a process counts as alive without a sign of life: one that leads, or one that feeds a projection
 */
public record SubscriptionSettings(int batchSize, Duration poll, Duration lease) {
    public static SubscriptionSettings defaults() {
        return new SubscriptionSettings(500, Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    /** A process that feeds a projection is missed by nobody; it counts as alive long enough to be upgraded in peace. */
    public static SubscriptionSettings ofProjections() {
        return new SubscriptionSettings(500, Duration.ofMillis(250), Duration.ofMinutes(1));
    }
}
