package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The dates of a term.
 *
 * @param warnAt the last safe moment, before which warnings are given
 */
record Dates(
        LocalDate due, Instant dueAt, LocalDate lastSafeDay, LocalDate actBy, Instant warnAt, boolean provisional) {}
