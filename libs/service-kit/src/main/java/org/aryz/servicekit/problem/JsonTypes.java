package org.aryz.servicekit.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

/** Java types in the words of a reader of JSON. */
final class JsonTypes {

    private JsonTypes() {}

    /** Whether values of this type are written as JSON strings. */
    static boolean isText(Class<?> type) {
        return !type.isPrimitive() && type != Boolean.class && !Number.class.isAssignableFrom(type);
    }

    static String describe(Class<?> type) {
        if (type == String.class) {
            return "A text is expected, without NUL and half characters";
        } else if (type == Instant.class || type == OffsetDateTime.class) {
            return "A time with zone is expected, like 2026-03-01T14:30:00+06:00";
        } else if (type == LocalDate.class) {
            return "A date is expected, like 2026-03-01";
        } else if (type == UUID.class) {
            return "A UUID is expected";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false is expected";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "A number is expected";
        } else if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "An array is expected";
        } else if (type.isEnum()) {
            return "A code is expected";
        }
        return "An object is expected";
    }
}
