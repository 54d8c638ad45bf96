package org.aryz.deadline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneRulesProvider;

/** The one place where local days become instants and instants become local days. */
public record LegalTime(ZoneId zone) {

    /** Which edition of the time-zone database answers; a date computed with another one is computed again. */
    public static String zoneData() {
        return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The last day is usable to its end, which came twice in Almaty on 29 February 2024. */
    public EndOfDay endOf(LocalDate day) {
        var offsets = zone.getRules().getValidOffsets(day.atTime(LocalTime.MAX));
        var midnight = day.plusDays(1).atStartOfDay();
        if (offsets.isEmpty()) {
            var start = startOf(day.plusDays(1));
            return new EndOfDay(start, start);
        }
        return new EndOfDay(midnight.toInstant(offsets.getFirst()), midnight.toInstant(offsets.getLast()));
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The time of the day that clocks show at this instant. */
    public LocalTime timeOf(Instant instant) {
        return local(instant).toLocalTime();
    }

    /** The local day that ends at this instant or in which it lies: midnight belongs to the day before. */
    public LocalDate dayEndingAt(Instant instant) {
        return dayOf(instant.minusNanos(1));
    }

    /** Hours are elapsed hours; days, weeks, months and years follow the local calendar. */
    public Instant plus(Instant from, TemporalAmount amount) {
        return local(from).plus(amount).toInstant();
    }

    public Instant minus(Instant from, TemporalAmount amount) {
        return local(from).minus(amount).toInstant();
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(zone);
    }
}
