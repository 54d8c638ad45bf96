package org.aryz.deadline.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.time.ClockSkew;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a query that are no plain text; the refusal names the parameter and repeats no value. */
final class QueryValues {
    private QueryValues() {}

    static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null ? null : parsed(name, text, LocalDate::parse, "A date is expected, like 2026-03-01");
    }

    static @Nullable UUID id(String name, @Nullable String text) {
        return text == null ? null : parsed(name, text, UUID::fromString, "A UUID is expected");
    }

    /** One of the constants as the interface writes them. */
    static <E extends Enum<E>> E code(String name, String text, Class<E> type) {
        return parsed(name, text, it -> constant(it, type), "This code is not known here");
    }

    private static <E extends Enum<E>> E constant(String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (Codes.of(constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException();
    }

    /** A moment that is no future, but for clocks that go a little ahead. */
    static Instant past(String name, Instant moment, Instant now) {
        if (ClockSkew.isFuture(moment, now)) {
            var detail = "What will be known then is not known yet";
            throw Rejected.unprocessable(
                    "in-the-future", detail, FieldError.ofParameter(name, "in-the-future", detail));
        }
        return moment.isAfter(now) ? now : moment;
    }

    private static <T> T parsed(String name, String text, Function<String, T> parse, String expected) {
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Rejected.badRequest("bad-query", expected, FieldError.ofParameter(name, "bad-format", expected));
        }
    }
}
