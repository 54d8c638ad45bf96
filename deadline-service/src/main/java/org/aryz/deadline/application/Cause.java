package org.aryz.deadline.application;

import java.util.UUID;
import org.aryz.deadline.Occurred;
import org.aryz.eventlog.UuidV7;
import org.jspecify.annotations.Nullable;

/**
 * What made the service decide.
 *
 * @param correlation the conversation it belongs to
 * @param causation the event it answers; null where time alone has passed or a person asked
 * @param occurred when that happened in the world
 * @param actor the person who asked, by opaque id; null where the service acts by itself
 */
public record Cause(UUID correlation, @Nullable UUID causation, @Nullable Occurred occurred, @Nullable String actor) {

    /** An event of another service. */
    public static Cause event(UUID correlation, UUID event, Occurred occurred) {
        return new Cause(correlation, event, occurred, null);
    }

    static Cause person(UUID correlation, String actor) {
        return new Cause(correlation, null, null, actor);
    }

    /**
     * A change of law.
     *
     * @param applied the event that made it law
     * @param actor who applied it
     */
    public static Cause law(UUID change, UUID applied, String actor) {
        return new Cause(change, applied, null, actor);
    }

    /** The passing of time. */
    static Cause time() {
        return new Cause(UuidV7.next(), null, null, null);
    }

    /** What time will bring belongs to the same conversation, but answers no event and nobody asks for it. */
    Cause later() {
        return new Cause(correlation, null, null, null);
    }
}
