package org.aryz.referral.application;

import java.util.UUID;
import org.aryz.eventlog.Idempotency;
import org.aryz.servicekit.security.Caller;

/**
 * Who asks for a change, and by what the same request is recognised when it comes again.
 *
 * @param key the client's idempotency key
 * @param fingerprint keyed hash of the request
 */
public record Request(Caller caller, UUID correlationId, String key, byte[] fingerprint) {

    Idempotency answeredBy(Answer answer) {
        return new Idempotency(caller.organisation(), key, fingerprint, answer.toString());
    }
}
