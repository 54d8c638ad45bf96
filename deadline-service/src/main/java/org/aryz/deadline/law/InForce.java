package org.aryz.deadline.law;

import java.time.LocalDate;

/** The days on which a version of a rule holds, both ends included. */
public record InForce(LocalDate from, LocalDate to) {
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
