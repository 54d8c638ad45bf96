package org.aryz.referral;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUID version 5 (RFC 9562, section 5.5): the same name in the same namespace gives the same id. */
public final class NameBasedId {
    private NameBasedId() {}

    public static UUID in(UUID namespace, String name) {
        var hash = ByteBuffer.wrap(sha1(namespace, name));
        var high = (hash.getLong() & ~0xF000L) | 0x5000L;
        var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    private static byte[] sha1(UUID namespace, String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(Long.BYTES * 2)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
