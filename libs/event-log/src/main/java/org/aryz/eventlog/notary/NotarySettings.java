package org.aryz.eventlog.notary;

import java.time.Duration;

/**
 * How a notary goes about it.
 *
 * @param rest between two looks for new events; so the longest time that the last events are without a checkpoint
 * @param batchSize most events that one checkpoint adds
 * @param lease how long one replica leads without a sign of life
 */
public record NotarySettings(Duration rest, int batchSize, Duration lease) {
    public static NotarySettings every(Duration rest) {
        return new NotarySettings(rest, 16_384, Duration.ofSeconds(30));
    }
}
