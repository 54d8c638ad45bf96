package org.aryz.eventlog.subscription;

import java.time.Duration;

/**
 * How a subscription goes about it.
 *
 * @param batchSize most events handled at a time
 * @param poll how long it rests when there is nothing to do and nobody nudges
 * @param lease how long a leader leads without a sign of life; subscriptions without a leader don't use it
 */
public record SubscriptionSettings(int batchSize, Duration poll, Duration lease) {
    public static SubscriptionSettings defaults() {
        return new SubscriptionSettings(500, Duration.ofMillis(250), Duration.ofSeconds(5));
    }
}
