package org.aryz.deadline.calendar;

import java.time.LocalDate;

/** A calendar that somebody gave knows no working day any more, so that no term can be rolled or counted by it. */
public final class NoWorkingDayException extends RuntimeException {
    NoWorkingDayException(LocalDate looked) {
        super("no working day is found from " + looked);
    }
}
