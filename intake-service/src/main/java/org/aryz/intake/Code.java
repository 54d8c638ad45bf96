package org.aryz.intake;

import java.util.Locale;

/** A word of a closed list. Outside of Java it is written in lower case with hyphens: {@code police-station}. */
public interface Code {
    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
