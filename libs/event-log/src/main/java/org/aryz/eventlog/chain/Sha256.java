package org.aryz.eventlog.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4) over parts in a row; every Java runtime has it. */
final class Sha256 {
    static final int BYTES = 32;

    /** Making one costs more than hashing a few hundred bytes with it. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::make);

    private Sha256() {}

    /** This thread's; it is fresh again after {@code digest()}. */
    static MessageDigest digest() {
        return DIGEST.get();
    }

    private static MessageDigest make() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", e);
        }
    }

    static byte[] of(byte[]... parts) {
        var digest = digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
