package org.aryz.deadline.calculation;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.aryz.deadline.calculation.Count.Length;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.calendar.Workdays;

/** Counts whole days: from the start over day one and the suspensions to the last day, the roll, and the day by which to act. */
final class DayCount {
    private final Count.Days count;
    private final Workdays calendar;
    private final LegalTime time;
    private final LocalDate began;
    private final Standstill<LocalDate> still;
    private final Steps steps;

    DayCount(Calculation asked, Count.Days count, boolean explained) {
        this.count = count;
        this.steps = new Steps(explained);
        this.calendar = asked.calendar();
        this.time = asked.time();
        this.began = began(asked.start());
        this.still = Standstill.of(asked.suspensions(), moment -> moment.day(time), ChronoUnit.DAYS);
    }

    /** When the term ends, without the day by which to act. */
    Outcome ending() {
        var end = end(dayZero());
        var since = still.standsSince(end.plusDays(1));
        if (since != null) {
            steps.add("stands-still", "since", since);
            return Outcome.standingStill(steps);
        }
        var due = rolled(end);
        var dueAt = time.endOf(due).latest();
        steps.add("end-of-day", "day", due, "zone", time.zone(), "zoneData", LegalTime.zoneData(), "at", dueAt);
        return new Outcome(due, dueAt, lastSafeDay(due, end), null, steps.provisional(), steps.all());
    }

    /** The same with the day by which to act. */
    Outcome outcome() {
        var ending = ending();
        if (ending.lastSafeDay() == null) {
            return ending;
        }
        var actBy = ActBy.on(calendar, ending.lastSafeDay(), began, true);
        steps.add(actBy.steps());
        var provisional = ending.provisional() || actBy.provisional();
        if (provisional && calendar.coveredUntil() != null) {
            steps.add("provisional-calendar", "coveredUntil", calendar.coveredUntil());
        }
        return new Outcome(ending.due(), ending.dueAt(), ending.lastSafeDay(), actBy.day(), provisional, steps.all());
    }

    /** Texts differ on whether months end on their anniversary or the day before; a roll is not relied on. */
    private LocalDate lastSafeDay(LocalDate due, LocalDate end) {
        var earlier = due.isBefore(end) ? due : end;
        var safe = count.length() instanceof Length.Months ? earlier.minusDays(1) : earlier;
        steps.add("last-safe-day", "from", earlier, "to", safe);
        return safe;
    }

    /** The day of the start, or the next one where it came too late in the day. */
    private LocalDate began(Moment start) {
        var day = start.day(time);
        steps.add("start-day", "day", day);
        var cutOff = count.cutOff();
        if (cutOff == null
                || !(start instanceof Moment.At at)
                || time.timeOf(at.instant()).isBefore(cutOff)) {
            return day;
        }
        var next = day.plusDays(1);
        steps.add("cut-off", "from", day, "cutOff", cutOff, "to", next);
        return next;
    }

    private LocalDate dayZero() {
        if (count.firstDay() != FirstDay.ROLLED_START) {
            return began;
        }
        var moved = steps.reached(calendar.onOrAfter(began));
        if (!moved.equals(began)) {
            var off = steps.off(calendar, began, moved, _ -> true);
            steps.add("start-moved", "from", began, "skipped", off, "to", moved);
        }
        return moved;
    }

    /** The last day of the term before it is rolled. */
    private LocalDate end(LocalDate dayZero) {
        return switch (count.length()) {
            case Length.CalendarDays days ->
                calendarDays(dayZero, Period.ofDays(days.days()), startCounts() ? dayZero : dayZero.plusDays(1));
            // Of months and years only what is suspended after the start is added, whichever day is day one.
            case Length.Months months -> calendarDays(dayZero, months.period(), dayZero.plusDays(1));
            case Length.WorkingDays days -> workingDays(dayZero, days.days());
            case Length.Until until -> {
                steps.add("extended", "to", until.day());
                yield stoodStill(dayZero.plusDays(1), until.day());
            }
        };
    }

    private LocalDate calendarDays(LocalDate dayZero, Period period, LocalDate firstSuspended) {
        var anniversary = dayZero.plus(period);
        var end = startCounts() ? anniversary.minusDays(1) : anniversary;
        steps.add("term", "from", dayZero, "period", period, "firstDay", count.firstDay(), "to", end);
        if (period.toTotalMonths() > 0 && anniversary.getDayOfMonth() != dayZero.getDayOfMonth()) {
            steps.add("month-end", "to", anniversary);
        }
        return stoodStill(firstSuspended, end);
    }

    private boolean startCounts() {
        return count.firstDay() == FirstDay.SAME_DAY;
    }

    /** Each suspended day from the first up to the end, as it moves, moves the end by one. */
    private LocalDate stoodStill(LocalDate first, LocalDate end) {
        var within = still.within(first, end.plusDays(1));
        var moved = still.moved(end, within);
        if (!within.isEmpty()) {
            steps.add("stood-still", "from", end, "suspensions", within, "to", moved);
        }
        return moved;
    }

    private LocalDate workingDays(LocalDate dayZero, int days) {
        var first = startCounts() ? dayZero : dayZero.plusDays(1);
        var to = steps.reached(calendar.plusWorkingDays(first.minusDays(1), days, still::covers));
        var off = steps.off(
                calendar,
                first,
                to,
                day -> !still.covers(day) && !calendar.day(day).mayBeWorking());
        var suspended = still.meeting(first, to);
        steps.add("working-days", "first", first, "days", days, "skipped", off, "suspensions", suspended, "to", to);
        return to;
    }

    private LocalDate rolled(LocalDate end) {
        return switch (count.roll()) {
            case NONE -> end;
            case NEXT_WORKING_DAY -> {
                var due = steps.reached(calendar.onOrAfter(end));
                if (!due.equals(end)) {
                    var off = steps.off(calendar, end, due, _ -> true);
                    steps.add("rolled-forward", "from", end, "skipped", off, "to", due);
                }
                yield due;
            }
            case PREVIOUS_WORKING_DAY -> {
                var due = steps.reached(calendar.onOrBefore(end));
                if (!due.equals(end)) {
                    var off = steps.off(calendar, due.plusDays(1), end.plusDays(1), _ -> true);
                    steps.add("rolled-back", "from", end, "skipped", off, "to", due);
                }
                yield due;
            }
        };
    }
}
