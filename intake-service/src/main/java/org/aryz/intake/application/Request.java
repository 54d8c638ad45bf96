package org.aryz.intake.application;

import java.time.Instant;
import java.util.UUID;

/**
 * Who asks, when, and by what the same request is known when it comes again.
 *
 * @param hash keyed hash of the request
 * @param at time of the database's clock
 */
public record Request(Reader reader, String actor, UUID correlationId, String idempotencyKey, byte[] hash, Instant at) {
    String organisation() {
        return reader.organisation();
    }
}
