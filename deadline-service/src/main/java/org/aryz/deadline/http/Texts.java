package org.aryz.deadline.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aryz.deadline.calculation.Moment;
import org.jspecify.annotations.Nullable;

/** Reads single texts of a question. What is wrong is noted, and something stands in for it until the question is refused. */
record Texts(Faults faults) {
    /** No term of law began earlier or will be asked for later: a year out of these is a slip of the pen. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2100;

    private static final int LENGTH_OF_DATE = 10;

    ZoneId zone(String pointer, @Nullable String text) {
        if (text == null) {
            faults.missing(pointer);
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            faults.unacceptable(pointer, "unknown-zone", "A time zone is expected, like Asia/Bishkek");
            return ZoneOffset.UTC;
        }
    }

    /** A date, or a date-time with its offset. */
    Moment moment(String pointer, @Nullable String text) {
        if (text == null) {
            faults.missing(pointer);
            return new Moment.On(LocalDate.EPOCH);
        }
        return text.length() > LENGTH_OF_DATE
                ? new Moment.At(dateTime(pointer, text).toInstant())
                : new Moment.On(date(pointer, text));
    }

    private OffsetDateTime dateTime(String pointer, String text) {
        var read = parsed(pointer, text, OffsetDateTime::parse, OffsetDateTime.MIN.withYear(FIRST_YEAR));
        mustBeSensible(pointer, read.getYear());
        return read;
    }

    private LocalDate date(String pointer, String text) {
        var read = parsed(pointer, text, LocalDate::parse, LocalDate.EPOCH);
        mustBeSensible(pointer, read.getYear());
        return read;
    }

    private <T> T parsed(String pointer, String text, Function<String, T> parse, T otherwise) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            faults.unreadable(
                    pointer, "bad-format", "A date is expected, like 2024-06-04, or 2024-06-04T14:30:00+06:00");
            return otherwise;
        }
    }

    private void mustBeSensible(String pointer, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            faults.unacceptable(
                    pointer, "out-of-range", "The year must lie between " + FIRST_YEAR + " and " + LAST_YEAR);
        }
    }

    /** One of the constants, written as the interface writes them. */
    <E extends Enum<E>> E code(String pointer, @Nullable String text, E otherwise, Function<E, String> written) {
        if (text == null) {
            return otherwise;
        }
        var all = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(each -> written.apply(each).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    var codes = Arrays.stream(all).map(written).collect(Collectors.joining(", "));
                    faults.unreadable(pointer, "unknown-code", "One of " + codes);
                    return otherwise;
                });
    }

    <E extends Enum<E>> E code(String pointer, @Nullable String text, E otherwise) {
        return code(pointer, text, otherwise, Enum::name);
    }

    static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
