package org.aryz.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** When something happened, as exactly as it was told: a day, or a point in time with its offset. */
public sealed interface Moment extends When {

    /** A day, counted in the zone of the complaint. */
    record Day(LocalDate date) implements Moment {
        @Override
        public Instant start(ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }

        @Override
        public Instant end(ZoneId zone) {
            return date.atTime(LocalTime.MAX).atZone(zone).toInstant();
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    /** A point in time. */
    record Time(OffsetDateTime time) implements Moment {
        @Override
        public Instant start(ZoneId zone) {
            return time.toInstant();
        }

        @Override
        public Instant end(ZoneId zone) {
            return time.toInstant();
        }

        @Override
        public String toString() {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
    }

    @Override
    default Moment earliest() {
        return this;
    }

    @Override
    default Moment latest() {
        return this;
    }

    /**
     * Reads ISO 8601 of the years 1900 to 9999: {@code 2016-12-05} or {@code 2016-12-05T20:00:00+06:00}.
     *
     * @throws DateTimeException for anything else
     */
    static Moment parse(String text) {
        if (text.indexOf('T') < 0) {
            var date = LocalDate.parse(text);
            checkYear(date.getYear());
            return new Day(date);
        }
        var time = OffsetDateTime.parse(text);
        checkYear(time.getYear());
        return new Time(time);
    }

    private static void checkYear(int year) {
        if (year < 1900 || year > 9999) {
            throw new DateTimeException("Out of the years that complaints speak of");
        }
    }
}
