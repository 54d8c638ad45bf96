package org.aryz.servicekit.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.aryz.eventlog.Cut;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Times among the parameters of a query; a refusal names the parameter and repeats no value. */
public final class QueryTimes {

    private static final String EXPECTED =
            "A time with zone is expected, like 2026-03-01T14:30:00+06:00; write + as %2B";

    private QueryTimes() {}

    /** A time with its zone (RFC 3339); null where the parameter is absent. */
    public static @Nullable Instant moment(String parameter, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Rejected.badRequest("bad-query", EXPECTED, FieldError.ofParameter(parameter, "bad-format", EXPECTED));
        }
    }

    /** The parameters {@code occurredUpTo} and {@code knownUpTo}, as every service calls them. */
    public static Cut cut(@Nullable String occurredUpTo, @Nullable String knownUpTo) {
        return new Cut(moment("occurredUpTo", occurredUpTo), moment("knownUpTo", knownUpTo));
    }
}
