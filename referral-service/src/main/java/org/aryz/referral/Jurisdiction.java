package org.aryz.referral;

import java.time.ZoneId;

/** A country whose authorities complaints are referred to; decides where days begin. */
public enum Jurisdiction {
    KG("Asia/Bishkek"),
    KZ("Asia/Almaty"),
    TJ("Asia/Dushanbe");

    private final ZoneId zone;

    Jurisdiction(String zone) {
        this.zone = ZoneId.of(zone);
    }

    public ZoneId zone() {
        return zone;
    }
}
