package org.aryz.deadline.calculation;

import java.util.List;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.calendar.NoWorkingDayException;
import org.aryz.deadline.calendar.Workdays;

/**
 * A term to be calculated. The answer depends on nothing but these values and the edition of the time-zone database.
 *
 * @param suspensions any number, in any order
 */
public record Calculation(Moment start, LegalTime time, Count count, Workdays calendar, List<Suspension> suspensions) {
    public Calculation {
        suspensions = List.copyOf(suspensions);
    }

    /**
     * When the term ends and by which day to act.
     *
     * @throws NoWorkingDayException if the calendar has none where one is needed
     */
    public Outcome outcome() {
        return switch (count) {
            case Count.Elapsed elapsed -> new ElapsedTime(this, elapsed, true).outcome();
            case Count.Days days -> new DayCount(this, days, true).outcome();
        };
    }

    /**
     * When the term ends, for those who have a rule of their own for the day by which to act.
     *
     * @param explained whether the steps are told: most dates are computed to be compared, not to be shown
     */
    public Outcome ending(boolean explained) {
        return switch (count) {
            case Count.Elapsed elapsed -> new ElapsedTime(this, elapsed, explained).outcome();
            case Count.Days days -> new DayCount(this, days, explained).ending();
        };
    }
}
