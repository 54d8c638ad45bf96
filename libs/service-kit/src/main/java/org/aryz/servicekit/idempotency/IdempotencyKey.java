package org.aryz.servicekit.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** The header by which a sender says that a request is the same one again. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    /** Set to {@code true} on an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,128}");

    private IdempotencyKey() {}

    /** The key, or a refusal that names the header. */
    public static String required(@Nullable String header) {
        if (header == null || !VISIBLE_ASCII.matcher(header).matches()) {
            String detail = "Send a key of 1 to 128 visible ASCII characters, the same when you send the request again";
            throw Rejected.badRequest(
                    "idempotency-key-required", detail, FieldError.ofParameter(HEADER, "required", detail));
        }
        return header;
    }

    /**
     * By what a request is recognised when it comes again.
     *
     * @param content names the operation and what is asked of it. Nothing in it may have to be hidden: whoever can guess it can find
     *     it out of the hash
     */
    public static byte[] fingerprint(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The refusal of a key that was used with another body. */
    public static Rejected usedForAnother() {
        String detail = "This key was used with another body";
        return Rejected.unprocessable(
                "idempotency-key-reused", detail, FieldError.ofParameter(HEADER, "reused", detail));
    }
}
