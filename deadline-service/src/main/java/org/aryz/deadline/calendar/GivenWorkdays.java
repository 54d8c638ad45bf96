package org.aryz.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that comes with the question. A day said to be worked is worked, whatever else is said of it.
 *
 * @param weekend days of the week on which nobody works; may be none
 */
public record GivenWorkdays(Set<DayOfWeek> weekend, Set<LocalDate> daysOff, Set<LocalDate> workingDays)
        implements Workdays {
    public GivenWorkdays {
        weekend = Set.copyOf(weekend);
        daysOff = Set.copyOf(daysOff);
        workingDays = Set.copyOf(workingDays);
    }

    @Override
    public Day day(LocalDate date) {
        var off = weekend.contains(date.getDayOfWeek()) || daysOff.contains(date);
        return !off || workingDays.contains(date) ? Day.WORKED : Day.OFF;
    }

    @Override
    public DayOff whyOff(LocalDate date) {
        return DayOff.given(date, daysOff.contains(date) ? "day-off" : DayOff.WEEKEND);
    }

    @Override
    public @Nullable LocalDate coveredUntil() {
        return null;
    }
}
