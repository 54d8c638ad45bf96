package org.aryz.intake;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state whose law applies, with its regions (ISO 3166-2) and the zone its days are counted in unless said otherwise. */
public enum Jurisdiction {
    KG("Asia/Bishkek", "B", "C", "GB", "GO", "J", "N", "O", "T", "Y"),
    /** Digits since the newsletter of 29 November 2022; the letters before it are still in use. */
    KZ(
            "Asia/Almaty",
            "10 11 15 19 23 27 31 33 35 39 43 47 55 59 61 62 63 71 75 79".split(" "),
            "AKM AKT ALA ALM AST ATY BAY KAR KUS KZY MAN PAV SEV SHY VOS YUZ ZAP ZHA".split(" ")),
    TJ("Asia/Dushanbe", "DU", "GB", "KT", "RA", "SU");

    private final ZoneId zone;
    private final Set<String> regions;

    Jurisdiction(String zone, String... regions) {
        this(zone, regions, new String[0]);
    }

    Jurisdiction(String zone, String[] regions, String[] formerRegions) {
        this.zone = ZoneId.of(zone);
        this.regions = Stream.concat(Stream.of(regions), Stream.of(formerRegions))
                .map(region -> name() + "-" + region)
                .collect(Collectors.toUnmodifiableSet());
    }

    public ZoneId zone() {
        return zone;
    }

    public static boolean isRegion(String code) {
        return Stream.of(values()).anyMatch(jurisdiction -> jurisdiction.regions.contains(code));
    }
}
