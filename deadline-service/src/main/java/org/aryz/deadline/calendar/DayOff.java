package org.aryz.deadline.calendar;

import java.time.LocalDate;

/**
 * Why a day was not counted.
 *
 * @param reason a code: {@code weekend}, the kind of a row of the table, {@code day-off} where it was given with the question, or
 *     {@code beside-a-forecast}
 * @param name the name of the day, or an empty text
 * @param source how the reason is known: the confidence of the row of the table, {@code working-week} or {@code given}
 * @param provisional the day may still turn out to be worked
 */
public record DayOff(LocalDate day, String reason, String name, String source, boolean provisional) {
    static final String WEEKEND = "weekend";

    static DayOff weekend(LocalDate day) {
        return new DayOff(day, WEEKEND, "", "working-week", false);
    }

    static DayOff given(LocalDate day, String reason) {
        return new DayOff(day, reason, "", "given", false);
    }

    static DayOff of(Revision declared, LocalDate day, boolean provisional) {
        return new DayOff(day, declared.kind().replace('_', '-'), declared.name(), declared.confidence(), provisional);
    }

    /** In one line for people: {@code 2024-06-17 islamic (Eid al-Adha; reported)}. */
    public String inWords() {
        return day + " " + reason + (name.isEmpty() ? "" : " (" + name + "; " + source + ")");
    }
}
