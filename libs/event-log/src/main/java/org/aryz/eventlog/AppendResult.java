package org.aryz.eventlog;

/** What became of one {@link Append}. Anything but {@link Appended} stored nothing of it. */
public sealed interface AppendResult {
    /** Committed; {@code version} is the stream's version now, {@code position} that of the last event (0 without events). */
    record Appended(long version, long position) implements AppendResult {}

    /** Somebody else appended first: load, decide and try again. */
    record Conflict(long actualVersion) implements AppendResult {}

    /** The same request was done before; {@code answer} is what was answered then. */
    record Repeated(String answer) implements AppendResult {}

    /** The idempotency key was used for another request. */
    record KeyReused() implements AppendResult {}

    /** The incoming event was taken in before. */
    record AlreadyReceived() implements AppendResult {}

    /**
     * Something must come first: {@code expected} is the sequence that is missing in the source, or the event's own where
     * it stands behind a parked event of its lane.
     */
    record Hole(long expected) implements AppendResult {}
}
