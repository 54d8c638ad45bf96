package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.aryz.deadline.calendar.LegalTime;

/** When something happened, as far as it is known: terms count from the earliest possible moment. */
public sealed interface Occurred {

    /** On one of these days, both included. */
    record On(LocalDate earliest, LocalDate latest) implements Occurred {}

    /** Between these two moments. */
    record At(Instant earliest, Instant latest) implements Occurred {}

    static Occurred on(LocalDate day) {
        return new On(day, day);
    }

    static Occurred at(Instant moment) {
        return new At(moment, moment);
    }

    /** Reads days and moments with their offset; where one is a day, both count as days. */
    static Occurred between(String earliest, String latest) {
        return isMoment(earliest) && isMoment(latest)
                ? new At(moment(earliest), moment(latest))
                : new On(day(earliest), day(latest));
    }

    private static boolean isMoment(String text) {
        return text.indexOf('T') > 0;
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static LocalDate day(String text) {
        return isMoment(text) ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text);
    }

    default Instant earliest(LegalTime time) {
        return switch (this) {
            case On on -> time.startOf(on.earliest());
            case At at -> at.earliest();
        };
    }

    default Instant latest(LegalTime time) {
        return switch (this) {
            case On on -> time.endOf(on.latest()).latest().minusNanos(1);
            case At at -> at.latest();
        };
    }
}
