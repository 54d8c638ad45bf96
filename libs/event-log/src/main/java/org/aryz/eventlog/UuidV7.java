package org.aryz.eventlog;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): unique by 74 random bits, and close together in an index when made together. */
public final class UuidV7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    /** The time in it serves the index alone; when something happened is never read from an id. */
    public static UUID next() {
        var high = System.currentTimeMillis() << 16 | 0x7000L | RANDOM.nextInt(1 << 12);
        var low = RANDOM.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low);
    }
}
