package org.aryz.eventlog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a history is cut, on both axes of time: what happened after the one instant, or was recorded after the other, is as if it had
 * never been told. Both instants still belong to it; null cuts nothing.
 */
public record Cut(@Nullable Instant occurredUpTo, @Nullable Instant knownUpTo) {
    public static final Cut NONE = new Cut(null, null);

    /** What is left of a stream, in its order; nothing where its first event is cut off, for then it had not begun. */
    public List<RecordedEvent> of(List<RecordedEvent> stream) {
        return stream.isEmpty() || !holds(stream.getFirst())
                ? List.of()
                : stream.stream().filter(this::holds).toList();
    }

    public boolean holds(RecordedEvent event) {
        return isUpTo(occurredUpTo, event.occurredAt()) && isUpTo(knownUpTo, event.recordedAt());
    }

    private static boolean isUpTo(@Nullable Instant last, Instant at) {
        return last == null || !at.isAfter(last);
    }
}
