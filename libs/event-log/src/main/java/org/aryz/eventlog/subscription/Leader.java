package org.aryz.eventlog.subscription;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.aryz.eventlog.RecordedEvent;

/** What is done with the events by the one process that leads. At least once: after a failure events come again. */
@FunctionalInterface
public interface Leader {
    /** Called before the first events of a leadership. May block. */
    default void begin() {}

    /**
     * Handles events in order and tells how many, from the first, are done. If that is not all of them, the leadership
     * ends and the others come again in a new one.
     */
    Uni<Integer> handle(List<RecordedEvent> events);

    /** Called after a leadership, also a lost one: whatever is still on its way must stop. */
    default void end() {}
}
