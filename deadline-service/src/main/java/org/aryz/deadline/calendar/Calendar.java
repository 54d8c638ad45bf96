package org.aryz.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.aryz.deadline.calendar.Revision.What;

/** The working days of one country, for one scope, as known on one day. */
public final class Calendar {
    private final Map<LocalDate, List<Revision>> table;
    private final Map<MonthDay, String> statutory;
    private final LocalDate first;
    private final LocalDate last;

    Calendar(Map<LocalDate, List<Revision>> table, Map<MonthDay, String> statutory, LocalDate first, LocalDate last) {
        this.table = table;
        this.statutory = statutory;
        this.first = first;
        this.last = last;
    }

    /** The last day the table speaks of; later days rest on weekends and statutory dates alone. */
    public LocalDate coveredUntil() {
        return last;
    }

    public Day day(LocalDate date) {
        if (date.isBefore(first) || date.isAfter(last)) {
            var name = statutory.getOrDefault(MonthDay.from(date), "");
            var working = !weekend(date) && name.isEmpty();
            return new Day(working, working, true, name);
        }
        return declared(date, table.getOrDefault(date, List.of()));
    }

    private static Day declared(LocalDate date, List<Revision> revisions) {
        var mayBe = !weekend(date);
        var surely = mayBe;
        var name = "";
        for (var revision : revisions) {
            var working = revision.what() == What.WORKING_DAY || (revision.what() == What.ORDINARY && !weekend(date));
            mayBe = revision.sure() ? working : mayBe || working;
            surely = revision.sure() ? working : surely && working;
            name = revision.what() == What.DAY_OFF ? revision.name() : "";
        }
        return new Day(mayBe, surely, mayBe != surely, name);
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The first working day on or after a day; where readings differ, the earlier. */
    public Rolled onOrAfter(LocalDate date) {
        return roll(date, 1);
    }

    /** The last working day on or before a day; where readings differ, the earlier. */
    public Rolled onOrBefore(LocalDate date) {
        return roll(date, -1);
    }

    /** The n-th working day after a day, the day itself not counted; where readings differ, the earliest. */
    public Rolled plusWorkingDays(LocalDate date, int days) {
        var reached = new Rolled(date, false);
        for (var left = days; left > 0; left--) {
            var next = onOrAfter(reached.date().plusDays(1));
            reached = new Rolled(next.date(), reached.provisional() || next.provisional());
        }
        return reached;
    }

    private Rolled roll(LocalDate from, int step) {
        var date = from;
        var provisional = false;
        while (true) {
            var day = day(date);
            provisional |= day.provisional();
            if (step > 0 ? day.mayBeWorking() : day.surelyWorking()) {
                return new Rolled(date, provisional);
            }
            date = date.plusDays(step);
        }
    }

    /** A day reached by looking into the calendar. */
    public record Rolled(LocalDate date, boolean provisional) {}
}
