package org.aryz.deadline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Ids that follow from what they name (UUID version 5, RFC 9562), so that the same thing never gets two. */
public final class Ids {
    private static final UUID NAMESPACE = UUID.fromString("5d3a6c0e-7a54-5c8e-9f0b-2f1e6d9a4b71");

    /** Has taken in the namespace; a copy of it begins each name. */
    private static final MessageDigest BEGUN = begun();

    private Ids() {}

    public static UUID deadline(UUID complaint, String rule, String reading, String subject, String trigger) {
        return named(String.join("\n", complaint.toString(), rule, reading, subject, trigger));
    }

    /** An alert is one rung of one deadline for one due instant. */
    public static UUID alert(UUID deadline, Instant dueAt, String rung) {
        return named(String.join("\n", deadline.toString(), dueAt.toString(), rung));
    }

    private static UUID named(String name) {
        try {
            var sha1 = (MessageDigest) BEGUN.clone();
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
            var low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest begun() {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            return sha1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
