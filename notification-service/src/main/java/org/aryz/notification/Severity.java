package org.aryz.notification;

import java.util.Locale;

/** How pressing an alert is; recipients choose which they are told of. */
public enum Severity {
    INFO,
    WARNING,
    URGENT,
    BREACH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word this version does not know is taken as a warning: better told than lost. */
    public static Severity of(String code) {
        for (var severity : values()) {
            if (severity.code().equals(code)) {
                return severity;
            }
        }
        return WARNING;
    }
}
