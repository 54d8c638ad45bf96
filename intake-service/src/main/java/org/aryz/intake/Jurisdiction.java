package org.aryz.intake;

import java.time.ZoneId;

/** The state whose law applies, with the zone its days are counted in unless said otherwise. */
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
