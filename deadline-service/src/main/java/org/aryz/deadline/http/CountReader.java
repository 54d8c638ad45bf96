package org.aryz.deadline.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.aryz.deadline.calculation.Count;
import org.aryz.deadline.calculation.Count.Length;
import org.aryz.deadline.calculation.FirstDay;
import org.aryz.deadline.calculation.Moment;
import org.aryz.deadline.calculation.Roll;
import org.aryz.deadline.http.CalculationRequest.TermRequest;
import org.jspecify.annotations.Nullable;

/** Reads how long a term is and by which convention it is counted. */
record CountReader(Texts texts, Faults faults) {
    private static final int MOST_YEARS = 100;
    private static final int MOST_WORKING_DAYS = 5_000;
    private static final String PERIOD = "/term/period";
    private static final Count NONE = new Count.Elapsed(Duration.ZERO);

    /** In what a term may be counted. */
    private enum Unit {
        ELAPSED,
        CALENDAR,
        WORKING_DAYS
    }

    Count read(@Nullable TermRequest term, Moment start) {
        if (term == null) {
            faults.missing("/term");
            return NONE;
        }
        var firstDay = texts.code("/term/firstDay", term.firstDay(), FirstDay.NEXT_DAY);
        var roll = texts.code("/term/roll", term.roll(), Roll.NONE);
        var cutOff = cutOff(term.cutOff());
        var period = period(term.period());
        if (term.count() == null) {
            faults.missing("/term/count");
            return NONE;
        }
        return switch (texts.code("/term/count", term.count(), Unit.CALENDAR)) {
            case ELAPSED -> elapsed(period, start, roll, cutOff);
            case CALENDAR -> new Count.Days(calendar(period), firstDay, cutOff, roll);
            case WORKING_DAYS -> new Count.Days(workingDays(period), firstDay, cutOff, roll);
        };
    }

    private PeriodText period(@Nullable String text) {
        if (text == null) {
            faults.missing(PERIOD);
            return PeriodText.NONE;
        }
        return PeriodText.read(PERIOD, text, faults);
    }

    private @Nullable LocalTime cutOff(@Nullable String text) {
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            faults.unreadable("/term/cutOff", "bad-format", "A time of day is expected, like 16:00");
            return null;
        }
    }

    private Count elapsed(PeriodText period, Moment start, Roll roll, @Nullable LocalTime cutOff) {
        if (start instanceof Moment.On) {
            faults.unacceptable("/start", "needs-time", "Elapsed time is counted from a date-time with offset");
        }
        if (roll != Roll.NONE) {
            faults.unacceptable("/term/roll", "not-with-elapsed", "Elapsed time is never rolled");
        }
        if (cutOff != null) {
            faults.unacceptable("/term/cutOff", "not-with-elapsed", "Elapsed time has no cut-off");
        }
        if (!period.missing() && period.unit().isDateBased()) {
            faults.unacceptable(PERIOD, "needs-hours", "Elapsed time is given in hours, like PT24H");
            return NONE;
        }
        var length = period.missing() ? Duration.ZERO : Duration.of(period.amount(), period.unit());
        mustBeAtMost(length.toDays(), MOST_YEARS * 366);
        return new Count.Elapsed(length);
    }

    private Length calendar(PeriodText period) {
        var amount = period.amount();
        return switch (period.unit()) {
            case YEARS -> new Length.Months(Period.ofYears(mustBeAtMost(amount, MOST_YEARS)));
            case MONTHS -> new Length.Months(Period.ofMonths(mustBeAtMost(amount, MOST_YEARS * 12)));
            case WEEKS -> new Length.CalendarDays(7 * mustBeAtMost(amount, MOST_YEARS * 53));
            case DAYS -> new Length.CalendarDays(mustBeAtMost(amount, MOST_YEARS * 366));
            default -> {
                mustNotBeHours(period);
                yield new Length.CalendarDays(0);
            }
        };
    }

    private Length workingDays(PeriodText period) {
        if (period.unit().isTimeBased()) {
            mustNotBeHours(period);
        } else if (!period.missing() && period.unit() != ChronoUnit.DAYS) {
            faults.unacceptable(PERIOD, "needs-days", "Working days are given in days, like P10D");
        }
        if (period.amount() > MOST_WORKING_DAYS) {
            faults.unacceptable(PERIOD, "too-long", "A term has at most " + MOST_WORKING_DAYS + " working days");
            return new Length.WorkingDays(0);
        }
        return new Length.WorkingDays(period.amount());
    }

    private void mustNotBeHours(PeriodText period) {
        if (!period.missing()) {
            faults.unacceptable(PERIOD, "only-elapsed", "Hours, minutes and seconds are counted as ELAPSED only");
        }
    }

    private int mustBeAtMost(long amount, int most) {
        if (amount > most) {
            faults.unacceptable(PERIOD, "too-long", "A term is at most a hundred years long");
            return 0;
        }
        return (int) amount;
    }
}
