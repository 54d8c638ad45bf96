package org.aryz.deadline.application;

import java.util.UUID;
import org.aryz.deadline.Occurred;
import org.aryz.eventlog.UuidV7;
import org.jspecify.annotations.Nullable;

/**
 * What made the service decide.
 *
 * @param correlation the conversation it belongs to
 * @param causation the event it answers; null where time alone has passed
 * @param occurred when that happened in the world
 */
public record Cause(UUID correlation, @Nullable UUID causation, @Nullable Occurred occurred) {

    /** The passing of time. */
    static Cause time() {
        return new Cause(UuidV7.next(), null, null);
    }

    /** What time will bring belongs to the same conversation, but answers no event. */
    Cause later() {
        return new Cause(correlation, null, null);
    }
}
