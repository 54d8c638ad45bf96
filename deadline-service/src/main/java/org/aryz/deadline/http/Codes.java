package org.aryz.deadline.http;

import java.util.Locale;

/** Constants as the API writes them. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
