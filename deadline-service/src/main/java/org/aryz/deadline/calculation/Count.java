package org.aryz.deadline.calculation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** How long a term is and by which convention it is counted. */
public sealed interface Count {

    /** Time that passes, days off and nights included: never rolled, blind to the clock being set. */
    record Elapsed(Duration length) implements Count {}

    /**
     * Whole days.
     *
     * @param cutOff a start at or after this local time counts as the next calendar day, working or not; null where the whole day
     *     counts
     */
    record Days(Length length, FirstDay firstDay, @Nullable LocalTime cutOff, Roll roll) implements Count {}

    /** How many days. */
    sealed interface Length {

        /** Days as they come. */
        record CalendarDays(int days) implements Length {}

        /** Months and years; they end on the last day of a shorter month. */
        record Months(Period period) implements Length {}

        /** Days that the calendar knows as working days. */
        record WorkingDays(int days) implements Length {}

        /** To a day that somebody named, as an extension does. */
        record Until(LocalDate day) implements Length {}
    }
}
