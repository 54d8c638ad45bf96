package org.aryz.deadline.application;

import java.util.UUID;
import org.aryz.eventlog.Idempotency;

/**
 * Who asks for a change, and by what the same request is recognised when it comes again.
 *
 * @param actor opaque id of the person
 * @param organisation whose keys the key is one of
 * @param fingerprint hash of the request
 */
public record Asked(String actor, String organisation, UUID correlation, String key, byte[] fingerprint) {
    /** The answer to the request is the version of the complaint's stream after it. */
    Idempotency answeredBy(long version) {
        return new Idempotency(organisation, key, fingerprint, Long.toString(version));
    }
}
