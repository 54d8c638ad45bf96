package org.aryz.eventlog.verify;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Version and hash of the streams that were met last, in memory of a fixed size: a stream that does not fit in any more is
 * forgotten, in favour of a newer one.
 */
final class Heads {
    private static final int HASH = 32;
    /** Places that a stream may take. */
    private static final int WAYS = 4;

    private final int buckets;
    private final long[] streams;
    private final long[] versions;
    private final byte[] hashes;
    private int replaced;

    /** @param buckets a power of two; each keeps four streams, of 56 bytes each */
    Heads(int buckets) {
        this.buckets = buckets;
        this.streams = new long[2 * WAYS * buckets];
        this.versions = new long[WAYS * buckets];
        this.hashes = new byte[HASH * WAYS * buckets];
    }

    /** The hash of the stream's event of exactly this version; null if another one is known, or none. */
    byte @Nullable [] hash(UUID stream, long version) {
        var place = place(stream);
        return place >= 0 && versions[place] == version
                ? Arrays.copyOfRange(hashes, place * HASH, (place + 1) * HASH)
                : null;
    }

    void put(UUID stream, long version, byte[] hash) {
        var known = place(stream);
        var place = known >= 0 ? known : bucket(stream) + Math.floorMod(replaced++, WAYS);
        streams[2 * place] = stream.getMostSignificantBits();
        streams[2 * place + 1] = stream.getLeastSignificantBits();
        versions[place] = version;
        System.arraycopy(hash, 0, hashes, place * HASH, HASH);
    }

    private int place(UUID stream) {
        var bucket = bucket(stream);
        for (var place = bucket; place < bucket + WAYS; place++) {
            if (versions[place] != 0
                    && streams[2 * place] == stream.getMostSignificantBits()
                    && streams[2 * place + 1] == stream.getLeastSignificantBits()) {
                return place;
            }
        }
        return -1;
    }

    /** Ids differ in any of their bits: all of them count. */
    private int bucket(UUID stream) {
        var mixed = (stream.getMostSignificantBits() ^ Long.rotateLeft(stream.getLeastSignificantBits(), 32))
                * 0x9E3779B97F4A7C15L;
        return WAYS * (int) (mixed >>> 33 & buckets - 1);
    }
}
