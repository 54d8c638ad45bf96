package org.aryz.deadline.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.aryz.deadline.calculation.Calculation;
import org.aryz.deadline.calculation.Count;
import org.aryz.deadline.calculation.Count.Length;
import org.aryz.deadline.calculation.FirstDay;
import org.aryz.deadline.calculation.Moment;
import org.aryz.deadline.calculation.Roll;
import org.aryz.deadline.calculation.Suspension;
import org.jspecify.annotations.Nullable;

/** The table of the calculator once more, as simply as it can be said: one day, or one minute, after the other. */
record DayByDay(Calculation asked) {

    /** What comes out; all null while a suspension runs. */
    record Found(
            @Nullable LocalDate due,
            @Nullable Instant dueAt,
            @Nullable LocalDate lastSafeDay,
            @Nullable LocalDate actBy) {
        static final Found NOTHING = new Found(null, null, null, null);
    }

    Found found() {
        return switch (asked.count()) {
            case Count.Elapsed elapsed -> minutes(elapsed.length().toMinutes());
            case Count.Days days -> days(days);
        };
    }

    private Found minutes(long minutes) {
        var now = instant(asked.start());
        for (var left = minutes; left > 0; ) {
            if (anyRuns(now)) {
                return Found.NOTHING;
            }
            if (!suspended(now)) {
                left--;
            }
            now = now.plus(1, ChronoUnit.MINUTES);
        }
        return new Found(now.atZone(zone()).toLocalDate(), now, null, null);
    }

    private boolean anyRuns(Instant now) {
        return asked.suspensions().stream()
                .anyMatch(each -> each.to() == null && !instant(each.from()).isAfter(now));
    }

    private boolean suspended(Instant now) {
        return asked.suspensions().stream()
                .anyMatch(each -> each.to() != null
                        && !instant(each.from()).isAfter(now)
                        && instant(each.to()).isAfter(now));
    }

    private Found days(Count.Days count) {
        var began = began(count);
        var zero = began;
        while (count.firstDay() == FirstDay.ROLLED_START && !works(zero)) {
            zero = zero.plusDays(1);
        }
        var end = end(count, zero);
        var running = asked.suspensions().stream()
                .anyMatch(each -> each.to() == null && !day(each.from()).isAfter(end));
        if (running) {
            return Found.NOTHING;
        }
        var due = end;
        while (count.roll() != Roll.NONE && !works(due)) {
            due = due.plusDays(count.roll() == Roll.NEXT_WORKING_DAY ? 1 : -1);
        }
        var earlier = due.isBefore(end) ? due : end;
        var safe = count.length() instanceof Length.Months ? earlier.minusDays(1) : earlier;
        var act = safe;
        while (act.isAfter(began) && !works(act)) {
            act = act.minusDays(1);
        }
        return new Found(due, after(due), safe, act.isBefore(began) ? began : act);
    }

    private LocalDate began(Count.Days count) {
        var day = day(asked.start());
        if (count.cutOff() == null || asked.start() instanceof Moment.On) {
            return day;
        }
        var time = instant(asked.start()).atZone(zone()).toLocalTime();
        return time.compareTo(count.cutOff()) >= 0 ? day.plusDays(1) : day;
    }

    private LocalDate end(Count.Days count, LocalDate zero) {
        var sameDay = count.firstDay() == FirstDay.SAME_DAY;
        return switch (count.length()) {
            case Length.CalendarDays days -> counted(sameDay ? zero.minusDays(1) : zero, days.days(), false);
            case Length.WorkingDays days -> counted(sameDay ? zero.minusDays(1) : zero, days.days(), true);
            case Length.Months months -> months(zero, months.period(), sameDay);
            case Length.Until until -> until.day();
        };
    }

    private LocalDate counted(LocalDate from, int days, boolean working) {
        var day = from;
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!suspended(day) && (!working || works(day))) {
                left--;
            }
        }
        return day;
    }

    private LocalDate months(LocalDate zero, Period period, boolean sameDay) {
        var end = zero.plus(period).minusDays(sameDay ? 1 : 0);
        for (var day = zero.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (suspended(day)) {
                end = end.plusDays(1);
            }
        }
        return end;
    }

    private boolean suspended(LocalDate day) {
        return asked.suspensions().stream().anyMatch(each -> covers(each, day));
    }

    private boolean covers(Suspension each, LocalDate day) {
        return each.to() != null
                && !day(each.from()).isAfter(day)
                && day(each.to()).isAfter(day);
    }

    private boolean works(LocalDate day) {
        return asked.calendar().day(day).surelyWorking();
    }

    /** No minute later is of that day or an earlier one. */
    private Instant after(LocalDate day) {
        var minute = day.plusDays(3).atStartOfDay(zone()).toInstant();
        while (minute.minus(1, ChronoUnit.MINUTES).atZone(zone()).toLocalDate().isAfter(day)) {
            minute = minute.minus(1, ChronoUnit.MINUTES);
        }
        return minute;
    }

    private LocalDate day(Moment moment) {
        return moment instanceof Moment.On on
                ? on.day()
                : instant(moment).atZone(zone()).toLocalDate();
    }

    private Instant instant(Moment moment) {
        return switch (moment) {
            case Moment.At at -> at.instant();
            case Moment.On on -> on.day().atStartOfDay(zone()).toInstant();
        };
    }

    private ZoneId zone() {
        return asked.time().zone();
    }
}
