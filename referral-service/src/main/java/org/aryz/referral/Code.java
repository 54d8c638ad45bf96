package org.aryz.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A word of a closed list, written in JSON as lower-case words joined by hyphens. */
public interface Code {
    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <C extends Enum<C> & Code> Optional<C> find(Class<C> list, String code) {
        return Arrays.stream(list.getEnumConstants())
                .filter(word -> word.code().equals(code))
                .findFirst();
    }

    /** For words that were checked when they came in. */
    static <C extends Enum<C> & Code> C of(Class<C> list, String code) {
        return find(list, code).orElseThrow(() -> new IllegalArgumentException(list.getSimpleName() + " " + code));
    }
}
