package org.aryz.eventlog.verify;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.aryz.eventlog.chain.Chain;
import org.aryz.eventlog.chain.Content;
import org.aryz.eventlog.chain.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * An event as bytes of the store.
 *
 * @param previous hash of the event before it in its stream; null if there is none in the store
 * @param digest computed from what the event says
 */
record StoredEvent(Leaf leaf, byte @Nullable [] previous, UUID id, UUID stream, long version, byte[] digest) {

    /** The fields of the content come last, in the order of the digest: their framing by COPY is that of the digest. */
    static final String COPY =
            """
            copy (select e.position, e.recorded_at, e.hash, p.hash, e.event_id, e.stream_id, e.version, e.type,
                         e.schema_version, e.occurred_at, e.data, e.sealed, e.metadata
                    from event_log.event e
                    left join lateral (select hash from event_log.event
                                        where stream_id = e.stream_id and version = e.version - 1 and e.version > 1
                                        limit 1) p on true
                   order by e.position) to stdout (format binary)""";

    private static final int FIELDS = 13;
    /** PostgreSQL counts microseconds from 2000. */
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;

    /** @param row as COPY sends it in binary: a count, then each field with its length before it; changed by this */
    static StoredEvent parse(ByteBuffer row) {
        if (row.getShort() != FIELDS) {
            throw new IllegalStateException("The database sent a row of another shape");
        }
        var position = number(row);
        var recordedAt = number(row) + MICROS_TO_2000;
        var hash = bytes(row);
        var previous = bytes(row);
        var content = row.position();
        var id = uuid(row);
        var stream = uuid(row);
        var version = number(row);
        bytes(row);
        bytes(row);
        var occurredAt = row.position() + Integer.BYTES;
        row.putLong(occurredAt, row.getLong(occurredAt) + MICROS_TO_2000);
        return new StoredEvent(
                Leaf.at(position, recordedAt, hash == null ? new byte[0] : hash),
                previous,
                id,
                stream,
                version,
                Content.digestOf(row.array(), row.arrayOffset() + content));
    }

    private static long number(ByteBuffer row) {
        row.getInt();
        return row.getLong();
    }

    private static UUID uuid(ByteBuffer row) {
        row.getInt();
        return new UUID(row.getLong(), row.getLong());
    }

    private static byte @Nullable [] bytes(ByteBuffer row) {
        var length = row.getInt();
        if (length < 0) {
            return null;
        }
        var bytes = new byte[length];
        row.get(bytes);
        return bytes;
    }

    long position() {
        return leaf.position();
    }

    boolean isFirst() {
        return version == 1;
    }

    /** Whether the hash follows from what the event says and the hash before it. */
    boolean isChained() {
        var before = previous == null ? Chain.start() : previous;
        return Arrays.equals(leaf.chained(), Chain.link(before, digest));
    }
}
