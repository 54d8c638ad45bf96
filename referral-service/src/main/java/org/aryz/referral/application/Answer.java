package org.aryz.referral.application;

import java.util.UUID;

/**
 * What a change is answered with, the first time and whenever the request is repeated.
 *
 * @param id what was made or changed
 * @param version version of its stream after the change
 */
public record Answer(UUID id, long version) {

    /** The form that is kept with the idempotency key. */
    @Override
    public String toString() {
        return id + " " + version;
    }

    static Answer parse(String kept) {
        var parts = kept.split(" ", 2);
        return new Answer(UUID.fromString(parts[0]), Long.parseLong(parts[1]));
    }
}
