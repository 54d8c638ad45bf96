package org.aryz.eventlog.chain;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event as the tree knows it: where it lies in the log, when it was recorded, and its hash in the chain of its stream.
 * So the tree also fixes what the chain leaves out.
 *
 * @param recordedAt whole microseconds, as PostgreSQL keeps them
 */
public record Leaf(long position, Instant recordedAt, byte[] chained) {

    /** As {@link Leaf}, with the time in microseconds since 1970. */
    public static Leaf at(long position, long micros, byte[] chained) {
        return new Leaf(position, Instant.EPOCH.plus(micros, ChronoUnit.MICROS), chained);
    }

    /** The leaf hash (RFC 6962, 2.1) of position, microseconds since 1970 (8 bytes each, big-endian) and the chain's hash. */
    public byte[] hash() {
        return MerkleTree.leaf(ByteBuffer.allocate(2 * Long.BYTES + Sha256.BYTES)
                .putLong(position)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt))
                .put(chained)
                .array());
    }
}
