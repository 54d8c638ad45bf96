package org.aryz.referral;

import java.util.UUID;

/** Names one decision of an authority, so that its receipt and the terms it starts can point at it. */
public record DecisionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
