package org.aryz.deadline.calendar;

import java.time.Instant;

/** The end of a legal day: two instants where the clock was set back at midnight; warn by the first, expire at the second. */
public record EndOfDay(Instant earliest, Instant latest) {}
