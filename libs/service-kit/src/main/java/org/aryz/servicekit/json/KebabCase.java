package org.aryz.servicekit.json;

import java.util.Locale;
import java.util.regex.Pattern;

/** Codes as the outside writes them: {@code POLICE_STATION} is {@code police-station}, {@code NotNull} is {@code not-null}. */
public final class KebabCase {

    private static final Pattern START_OF_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private KebabCase() {}

    public static String of(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String of(String className) {
        return START_OF_WORD.matcher(className).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
