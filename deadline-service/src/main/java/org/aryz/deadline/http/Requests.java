package org.aryz.deadline.http;

import org.aryz.deadline.application.Asked;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.logging.CorrelationId;
import org.aryz.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;

/** What the operations by which a person changes something have in common. */
public final class Requests {
    private Requests() {}

    /**
     * @param key as the request gives it; without one it is refused
     * @param content names the operation and what is asked of it: codes, ids and words of the law alone, of which nothing has to
     *     be hidden
     */
    public static Asked asked(Caller who, @Nullable String key, String content) {
        return new Asked(
                who.actor(),
                who.organisation(),
                CorrelationId.current(),
                IdempotencyKey.required(key),
                IdempotencyKey.fingerprint(content));
    }
}
