package org.aryz.deadline.calculation;

import java.time.Instant;
import java.time.LocalDate;
import org.aryz.deadline.calendar.LegalTime;

/** A day or an instant. Where days are counted, an instant stands for its local day; where time is, a day for its first instant. */
public sealed interface Moment {

    /** A day on the calendar of the place. */
    record On(LocalDate day) implements Moment {}

    /** A point on the line of time. */
    record At(Instant instant) implements Moment {}

    default LocalDate day(LegalTime time) {
        return switch (this) {
            case On on -> on.day();
            case At at -> time.dayOf(at.instant());
        };
    }

    default Instant instant(LegalTime time) {
        return switch (this) {
            case On on -> time.startOf(on.day());
            case At at -> at.instant();
        };
    }
}
