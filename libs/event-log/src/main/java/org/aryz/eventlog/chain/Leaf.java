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

    public byte[] hash() {
        return hash(position, ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt), chained);
    }

    /** The leaf hash (RFC 6962, 2.1) of position, microseconds since 1970 (8 bytes each, big-endian) and the chain's hash. */
    public static byte[] hash(long position, long micros, byte[] chained) {
        return MerkleTree.leaf(ByteBuffer.allocate(2 * Long.BYTES + Sha256.BYTES)
                .putLong(position)
                .putLong(micros)
                .put(chained)
                .array());
    }
}
