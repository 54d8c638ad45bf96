package org.aryz.eventlog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command's wish to the log: all of it is stored in one transaction, or nothing of it. It never has both an
 * idempotency key and a receipt: a known key would leave the receipt out, and so a hole in the inbox.
 *
 * @param expectedVersion version of the stream the command was decided on; 0 for a stream that must not exist yet
 * @param events may be empty, where only {@code receipt} and {@code rows} are to be kept
 * @param metadata JSON object stored with each event
 * @param idempotency recognises the same request when it comes again
 * @param receipt recognises the same incoming event when it comes again
 * @param rows rows written beside the events, in the same transaction
 */
public record Append(
        StreamId stream,
        long expectedVersion,
        List<NewEvent> events,
        String metadata,
        @Nullable Idempotency idempotency,
        @Nullable Receipt receipt,
        List<InlineRow> rows) {

    public Append {
        events = List.copyOf(events);
        rows = List.copyOf(rows);
        if (idempotency != null && receipt != null) {
            throw new IllegalArgumentException("A command comes either from a request or from an event");
        }
    }

    public static Append to(StreamId stream, long expectedVersion, List<NewEvent> events, String metadata) {
        return new Append(stream, expectedVersion, events, metadata, null, null, List.of());
    }

    /** Keeps nothing but the fact that an incoming event was taken in. */
    public static Append receiptOnly(StreamId stream, Receipt receipt) {
        return new Append(stream, 0, List.of(), "{}", null, receipt, List.of());
    }

    public Append once(Idempotency key) {
        return new Append(stream, expectedVersion, events, metadata, key, receipt, rows);
    }

    public Append inAnswerTo(Receipt incoming) {
        return new Append(stream, expectedVersion, events, metadata, idempotency, incoming, rows);
    }

    public Append with(InlineRow... more) {
        var all = new ArrayList<>(rows);
        all.addAll(List.of(more));
        return new Append(stream, expectedVersion, events, metadata, idempotency, receipt, all);
    }
}
