package org.aryz.referral;

import java.util.UUID;

/** Names a complaint, as the service that receives complaints named it. */
public record ComplaintId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
