package org.aryz.intake;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Regions of the three states by ISO 3166-2. */
public final class Region {
    private static final Set<String> KNOWN = Stream.of(
                    regions("KG", "B C GB GO J N O T Y"),
                    // Digits since the ISO's change of November 2022; the letters before it are still in use.
                    regions("KZ", "10 11 15 19 23 27 31 33 35 39 43 47 55 59 61 62 63 71 75 79"),
                    regions("KZ", "AKM AKT ALA ALM AST ATY BAY KAR KUS KZY MAN PAV SEV SHY VOS YUZ ZAP ZHA"),
                    regions("TJ", "DU GB KT RA SU"))
            .flatMap(regions -> regions)
            .collect(Collectors.toUnmodifiableSet());

    private Region() {}

    public static boolean isKnown(String code) {
        return KNOWN.contains(code);
    }

    private static Stream<String> regions(String state, String codes) {
        return Stream.of(codes.split(" ", -1)).map(code -> state + "-" + code);
    }
}
