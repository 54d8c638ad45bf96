package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.aryz.deadline.calendar.Calendar;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.Kind;
import org.aryz.deadline.law.Roll;
import org.aryz.deadline.law.Rule;
import org.aryz.deadline.law.Span;

/** The arithmetic of terms: from a start over a span and its pauses to the day it ends and the day by which to act. */
record Reckoning(Rule rule, Calendar calendar, LegalTime time, Explanation explanation) {

    Dates dates(Instant start, Span span, Pauses pauses) {
        return switch (span) {
            case Span.Hours hours -> hours(start, hours, pauses);
            case Span.CalendarDays days -> {
                var day = time.dayOf(start);
                var end = day.plus(days.length());
                explanation.step("term", "from", day, "period", days.length(), "to", end);
                if (days.wholeMonths() && end.getDayOfMonth() != day.getDayOfMonth()) {
                    explanation.step("month-end", "to", end);
                }
                yield ending(paused(end, start, pauses), start, days.wholeMonths(), false);
            }
            case Span.WorkingDays days -> {
                var reached = calendar.plusWorkingDays(time.dayOf(start), days.length());
                explanation.step(
                        "working-days", "from", time.dayOf(start), "days", days.length(), "to", reached.date());
                yield ending(paused(reached.date(), start, pauses), start, false, reached.provisional());
            }
            case Span.Unlimited _ -> throw new IllegalArgumentException(rule.id() + " has no term");
        };
    }

    /** An extension names the day itself. */
    Dates until(LocalDate day, Instant granted, Pauses pauses) {
        explanation.step("extended", "to", day);
        return ending(paused(day, granted, pauses), granted, false, false);
    }

    private Dates hours(Instant start, Span.Hours hours, Pauses pauses) {
        var end = pauses.extended(start.plus(hours.length()), start);
        explanation.step("elapsed-hours", "from", start, "period", hours.length(), "to", end);
        var day = time.dayEndingAt(end);
        return new Dates(day, end, day, day, end, false);
    }

    private LocalDate paused(LocalDate end, Instant start, Pauses pauses) {
        var moved = pauses.extended(end, start);
        if (!moved.equals(end)) {
            explanation.step("stood-still", "from", end, "to", moved);
        }
        return moved;
    }

    private Dates ending(LocalDate end, Instant start, boolean anniversary, boolean provisional) {
        var due = end;
        var unsure = provisional;
        if (rule.roll() == Roll.NEXT) {
            var rolled = calendar.onOrAfter(end);
            due = rolled.date();
            unsure |= rolled.provisional();
            if (!due.equals(end)) {
                explanation.step("rolled-forward", "from", end, "to", due);
            }
        }
        var lastSafeDay = anniversary ? due.minusDays(1) : due;
        if (rule.kind() == Kind.WATCH) {
            return new Dates(
                    due,
                    time.endOf(due).latest(),
                    lastSafeDay,
                    due,
                    time.endOf(due).earliest(),
                    unsure);
        }
        var acting = actBy(lastSafeDay, time.dayOf(start));
        var warnAt = time.endOf(acting.date()).earliest();
        unsure |= acting.provisional();
        return new Dates(due, time.endOf(due).latest(), lastSafeDay, acting.date(), warnAt, unsure);
    }

    /** The last working day that is safe; never before the day on which the term began. */
    private Calendar.Rolled actBy(LocalDate lastSafeDay, LocalDate began) {
        var within = rule.actWithin() == null ? lastSafeDay : earlier(lastSafeDay, began.plus(rule.actWithin()));
        var rolled = calendar.onOrBefore(within);
        explanation.step("act-by", "last-safe-day", within, "to", rolled.date());
        return rolled.date().isBefore(began) ? new Calendar.Rolled(began, rolled.provisional()) : rolled;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
