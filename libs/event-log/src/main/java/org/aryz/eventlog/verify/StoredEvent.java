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
 * @param recordedAt microseconds since 1970
 * @param hash as stored; empty if there is none
 * @param leaf computed from position, time of recording and hash
 * @param digest computed from what the event says
 */
record StoredEvent(
        long position, long recordedAt, byte[] hash, byte[] leaf, UUID id, UUID stream, long version, byte[] digest) {

    /** The fields of the content come last, in the order of the digest: their framing by COPY is that of the digest. */
    static final String COPY =
            """
            copy (select position, recorded_at, hash, event_id, stream_id, version, type, schema_version, occurred_at, data,
                         sealed, metadata
                    from event_log.event order by position) to stdout (format binary)""";

    private static final int FIELDS = 12;
    private static final int HASH = 32;
    private static final byte[] NONE = {};
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
        var content = row.position();
        var id = uuid(row);
        var stream = uuid(row);
        var version = number(row);
        skip(row);
        skip(row);
        var occurredAt = row.position() + Integer.BYTES;
        row.putLong(occurredAt, row.getLong(occurredAt) + MICROS_TO_2000);
        return new StoredEvent(
                position,
                recordedAt,
                hash,
                hash.length == HASH ? Leaf.hash(position, recordedAt, hash) : NONE,
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

    private static byte[] bytes(ByteBuffer row) {
        var bytes = new byte[Math.max(row.getInt(), 0)];
        row.get(bytes);
        return bytes;
    }

    private static void skip(ByteBuffer row) {
        row.position(row.position() + Integer.BYTES + Math.max(row.getInt(row.position()), 0));
    }

    boolean isFirst() {
        return version == 1;
    }

    /** Whether it has what can be a hash. */
    boolean isHashed() {
        return hash.length == HASH;
    }

    /** Whether the hash follows from what the event says and the hash before it, if there is one. */
    boolean isChainedTo(byte @Nullable [] before) {
        return Arrays.equals(hash, Chain.link(before == null ? Chain.start() : before, digest));
    }
}
