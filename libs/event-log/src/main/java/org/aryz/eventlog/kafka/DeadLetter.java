package org.aryz.eventlog.kafka;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be taken in and is not settled yet, told by codes alone.
 *
 * @param subject what it is about; null if it does not say so in a readable way
 * @param type its event type, likewise
 * @param parked whether it waits in its lane; else it belongs to none, because it could not even be placed
 */
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String subject,
        @Nullable String type,
        String reason,
        Instant at,
        boolean parked) {}
