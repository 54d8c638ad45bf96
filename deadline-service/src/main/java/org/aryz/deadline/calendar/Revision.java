package org.aryz.deadline.calendar;

import java.time.LocalDate;

/**
 * What was declared about one day, and since when that is known; a later revision of the same day replaces an earlier one.
 *
 * @param knownFrom {@link LocalDate#MIN} where it was always known
 */
public record Revision(
        Jurisdiction country,
        LocalDate date,
        What what,
        String kind,
        Scope scope,
        String confidence,
        LocalDate knownFrom,
        String name) {

    /** What a day was declared to be. */
    public enum What {
        DAY_OFF,
        WORKING_DAY,
        ORDINARY
    }

    /** What a named person answers for, by opaque id. */
    public static Revision settled(
            Jurisdiction country,
            LocalDate date,
            What what,
            String kind,
            Scope scope,
            String by,
            LocalDate knownFrom,
            String name) {
        return new Revision(country, date, what, kind, scope, "confirmed by " + by, knownFrom, name);
    }

    boolean off() {
        return what == What.DAY_OFF;
    }

    /** Whether the day is worked if this is the last word on it. */
    boolean worked(boolean weekend) {
        return what == What.WORKING_DAY || (what == What.ORDINARY && !weekend);
    }

    /** Forecasts of the moon and words of the press wait for a person to confirm them. */
    boolean sure() {
        return !forecast() && !confidence.equals("press");
    }

    /** The moon may be seen a day earlier or later. */
    boolean forecast() {
        return confidence.contains("estimated");
    }

    boolean fixedByStatute() {
        return off() && kind.startsWith("statutory");
    }
}
