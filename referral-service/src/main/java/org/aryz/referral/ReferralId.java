package org.aryz.referral;

import java.util.UUID;

/** Names one sending of a complaint to one authority. */
public record ReferralId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
