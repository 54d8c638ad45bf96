package org.aryz.deadline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneRulesProvider;
import org.jspecify.annotations.Nullable;

/** The one place where local days become instants and instants become local days. */
public final class LegalTime {
    private static final String ZONE_DATA =
            ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

    private final ZoneId zone;
    private final Steady steady;

    public LegalTime(ZoneId zone) {
        this.zone = zone;
        this.steady = Steady.of(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Which edition of the time-zone database answers; a date computed with another one is computed again. */
    public static String zoneData() {
        return ZONE_DATA;
    }

    public Instant startOf(LocalDate day) {
        return steady.holdsOn(day)
                ? instant(day.atStartOfDay())
                : day.atStartOfDay(zone).toInstant();
    }

    /** The last day is usable to its end, which came twice in Almaty on 29 February 2024. */
    public EndOfDay endOf(LocalDate day) {
        var midnight = day.plusDays(1).atStartOfDay();
        if (steady.holdsOn(day)) {
            var end = instant(midnight);
            return new EndOfDay(end, end);
        }
        var offsets = zone.getRules().getValidOffsets(day.atTime(LocalTime.MAX));
        if (offsets.isEmpty()) {
            var start = startOf(day.plusDays(1));
            return new EndOfDay(start, start);
        }
        return new EndOfDay(midnight.toInstant(offsets.getFirst()), midnight.toInstant(offsets.getLast()));
    }

    public LocalDate dayOf(Instant instant) {
        return local(instant).toLocalDate();
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
        return amount instanceof Duration
                ? from.plus(amount)
                : from.atZone(zone).plus(amount).toInstant();
    }

    public Instant minus(Instant from, TemporalAmount amount) {
        return amount instanceof Duration
                ? from.minus(amount)
                : from.atZone(zone).minus(amount).toInstant();
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, steady.zoneAt(instant));
    }

    private Instant instant(LocalDateTime local) {
        return local.toInstant(steady.offset());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LegalTime time && zone.equals(time.zone);
    }

    @Override
    public int hashCode() {
        return zone.hashCode();
    }

    @Override
    public String toString() {
        return zone.toString();
    }
}
