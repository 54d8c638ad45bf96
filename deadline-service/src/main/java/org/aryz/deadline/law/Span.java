package org.aryz.deadline.law;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;

/** The length of a term and how it is counted. */
public sealed interface Span {

    /** Elapsed hours: never rolled, days off included, and blind to the clock being set back. */
    record Hours(Duration length) implements Span {}

    /** Calendar days, weeks, months or years; months and years end on the last day of a shorter month. */
    record CalendarDays(Period length) implements Span {
        public boolean wholeMonths() {
            return length.toTotalMonths() > 0;
        }
    }

    /** Working days, the day of the start not counted. */
    record WorkingDays(int length) implements Span {}

    /** No term at all; only a rule that is switched off may say so. */
    record Unlimited() implements Span {}

    /** Rough length in days, to tell which of two versions of a law is the milder one. */
    default long roughDays() {
        return switch (this) {
            case Hours hours -> hours.length().toDays();
            case CalendarDays days -> LocalDate.EPOCH.plus(days.length()).toEpochDay();
            case WorkingDays days -> days.length() * 7L / 5;
            case Unlimited _ -> Long.MAX_VALUE;
        };
    }
}
