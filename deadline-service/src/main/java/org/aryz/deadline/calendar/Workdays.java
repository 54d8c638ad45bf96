package org.aryz.deadline.calendar;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells working days from days off. Where it is not settled, every search takes the answer that brings the earlier date. */
public interface Workdays {
    /** Longer than the longest stretch of days off that anybody can mean, shorter than for ever. */
    int LONGEST_SEARCH = 110_000;

    Day day(LocalDate date);

    /** Why a day is no working day, or may be none. */
    DayOff whyOff(LocalDate date);

    /** The last day of which anything special is known, or null where all days are given. */
    @Nullable
    LocalDate coveredUntil();

    /** The first working day on or after a day; where readings differ, the earlier. */
    default Rolled onOrAfter(LocalDate date) {
        return next(date, _ -> false);
    }

    /** The last working day on or before a day; where readings differ, the earlier. */
    default Rolled onOrBefore(LocalDate date) {
        var provisional = false;
        for (var back = 0; back < LONGEST_SEARCH; back++) {
            var candidate = date.minusDays(back);
            var day = day(candidate);
            provisional |= day.provisional();
            if (day.surelyWorking()) {
                return new Rolled(candidate, provisional);
            }
        }
        throw new NoWorkingDayException(date);
    }

    /** The n-th working day after a day, the day itself not counted; where readings differ, the earliest. */
    default Rolled plusWorkingDays(LocalDate date, int days) {
        return plusWorkingDays(date, days, _ -> false);
    }

    /** The same, where some days do not count although they are worked. */
    default Rolled plusWorkingDays(LocalDate date, int days, Predicate<LocalDate> leftOut) {
        var reached = new Rolled(date, false);
        for (var left = days; left > 0; left--) {
            var next = next(reached.date().plusDays(1), leftOut);
            reached = new Rolled(next.date(), reached.provisional() || next.provisional());
        }
        return reached;
    }

    private Rolled next(LocalDate from, Predicate<LocalDate> leftOut) {
        var provisional = false;
        for (var ahead = 0; ahead < LONGEST_SEARCH; ahead++) {
            var candidate = from.plusDays(ahead);
            var day = day(candidate);
            provisional |= day.provisional();
            if (day.mayBeWorking() && !leftOut.test(candidate)) {
                return new Rolled(candidate, provisional);
            }
        }
        throw new NoWorkingDayException(from);
    }

    /** A day reached by looking into the calendar. */
    record Rolled(LocalDate date, boolean provisional) {}
}
