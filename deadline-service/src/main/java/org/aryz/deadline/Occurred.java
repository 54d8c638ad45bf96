package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;
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
