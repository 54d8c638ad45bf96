package org.aryz.deadline.calendar;

import java.time.ZoneId;

/** A country whose law and calendar apply, with the zone that holds where a complaint names none. */
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
