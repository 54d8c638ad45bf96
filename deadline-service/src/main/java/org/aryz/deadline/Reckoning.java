package org.aryz.deadline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.aryz.deadline.calculation.ActBy;
import org.aryz.deadline.calculation.Calculation;
import org.aryz.deadline.calculation.Count;
import org.aryz.deadline.calculation.Count.Length;
import org.aryz.deadline.calculation.FirstDay;
import org.aryz.deadline.calculation.Moment;
import org.aryz.deadline.calculation.Outcome;
import org.aryz.deadline.calendar.Calendar;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.Kind;
import org.aryz.deadline.law.Roll;
import org.aryz.deadline.law.Rule;
import org.aryz.deadline.law.Span;

/** Calculates the term of a rule: what the rule says in the words of the arithmetic, and when to warn of its end. */
record Reckoning(Rule rule, Calendar calendar, LegalTime time, Explanation explanation) {

    Dates dates(Instant start, Span span, Pauses pauses) {
        return switch (span) {
            case Span.Hours hours -> hours(start, hours, pauses);
            case Span.CalendarDays days -> days(start, length(days), pauses);
            case Span.WorkingDays days -> days(start, new Length.WorkingDays(days.length()), pauses);
            case Span.Unlimited _ -> throw new IllegalArgumentException(rule.id() + " has no term");
        };
    }

    /** An extension names the day itself. */
    Dates until(LocalDate day, Instant granted, Pauses pauses) {
        return days(granted, new Length.Until(day), pauses);
    }

    private static Length length(Span.CalendarDays days) {
        return days.wholeMonths()
                ? new Length.Months(days.length())
                : new Length.CalendarDays((int) days.length().get(ChronoUnit.DAYS));
    }

    private Dates hours(Instant start, Span.Hours hours, Pauses pauses) {
        var outcome = ending(start, new Count.Elapsed(hours.length()), pauses);
        var end = requireNonNull(outcome.dueAt());
        var day = time.dayEndingAt(end);
        return new Dates(day, end, day, day, end, false);
    }

    private Dates days(Instant start, Length length, Pauses pauses) {
        var roll = rule.roll() == Roll.NEXT
                ? org.aryz.deadline.calculation.Roll.NEXT_WORKING_DAY
                : org.aryz.deadline.calculation.Roll.NONE;
        var outcome = ending(start, new Count.Days(length, FirstDay.NEXT_DAY, null, roll), pauses);
        var due = requireNonNull(outcome.due());
        var lastSafeDay = requireNonNull(outcome.lastSafeDay());
        var end = time.endOf(due);
        if (rule.kind() == Kind.WATCH) {
            return new Dates(due, end.latest(), lastSafeDay, due, end.earliest(), outcome.provisional());
        }
        var acting = actBy(lastSafeDay, time.dayOf(start));
        return new Dates(
                due,
                end.latest(),
                lastSafeDay,
                acting.day(),
                time.endOf(acting.day()).earliest(),
                outcome.provisional() || acting.provisional());
    }

    /** A term that stands still keeps its date: only suspensions that have ended move it. */
    private Outcome ending(Instant start, Count count, Pauses pauses) {
        var calculation = new Calculation(new Moment.At(start), time, count, calendar, pauses.ended());
        var outcome = calculation.ending(explanation.wanted());
        outcome.steps().forEach(explanation::step);
        return outcome;
    }

    private ActBy actBy(LocalDate lastSafeDay, LocalDate began) {
        var within = rule.actWithin() == null ? lastSafeDay : earlier(lastSafeDay, began.plus(rule.actWithin()));
        var acting = ActBy.on(calendar, within, began, explanation.wanted());
        acting.steps().forEach(explanation::step);
        return acting;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
