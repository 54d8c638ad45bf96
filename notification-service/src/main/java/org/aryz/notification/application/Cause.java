package org.aryz.notification.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who or what made a command come.
 *
 * @param actor subject of a token, or the service itself
 * @param correlation the conversation it belongs to
 * @param causation the event it answers
 */
public record Cause(String actor, UUID correlation, @Nullable UUID causation) {
    private static final String SERVICE = "notification-service";

    /** The service acting by itself. */
    public static Cause service(UUID correlation, @Nullable UUID causation) {
        return new Cause(SERVICE, correlation, causation);
    }
}
