package org.aryz.notification.application;

import java.util.Locale;

/** Languages in which people are told. */
public enum Language {
    EN,
    RU,
    KY,
    KK;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
