package org.aryz.deadline.lawchange.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.aryz.deadline.application.Asked;
import org.aryz.deadline.lawchange.work.DryRunResults.OfComplaint;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.logging.CorrelationId;
import org.aryz.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;

/** What the operations on changes of law have in common. */
final class Requests {
    private Requests() {}

    /** Codes, ids and the words of the law alone, of which nothing has to be hidden. */
    static Asked asked(Caller who, @Nullable String key, String content) {
        return new Asked(
                who.actor(),
                who.organisation(),
                CorrelationId.current(),
                IdempotencyKey.required(key),
                fingerprint(who.actor() + " " + content));
    }

    private static byte[] fingerprint(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> key(OfComplaint row) {
        return List.of(row.complaint().toString(), row.effect().subject().toString());
    }
}
