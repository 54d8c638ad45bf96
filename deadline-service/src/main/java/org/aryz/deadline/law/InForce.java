package org.aryz.deadline.law;

import java.time.LocalDate;

/** The days on which a version of a rule holds, both ends included. */
public record InForce(LocalDate from, LocalDate to) {
    public boolean on(LocalDate day) {
        return touches(day, day);
    }

    /** Whether it holds on any of these days, both included. */
    public boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
