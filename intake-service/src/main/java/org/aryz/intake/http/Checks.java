package org.aryz.intake.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.aryz.intake.Moment;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.time.ClockSkew;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a body, each by its JSON pointer. By hand, because taking complaints in is the hot path
 * and because rules between fields are easier to read this way.
 */
final class Checks {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern OPAQUE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_LIST = 50;
    private static final String UNKNOWN_CODE = "unknown-code";

    private final List<FieldError> errors = new ArrayList<>();

    /** Whether a required value is there. */
    boolean present(String pointer, @Nullable Object value) {
        return that(value != null, pointer, "not-null", "This field is required");
    }

    void atMost(int length, String pointer, @Nullable String text) {
        that(text == null || text.length() <= length, pointer, "size", "At most " + length + " characters");
    }

    void size(int most, String pointer, @Nullable Collection<?> list) {
        that(list == null || list.size() <= most, pointer, "size", "At most " + most + " elements");
    }

    void code(String pointer, @Nullable String text) {
        that(text == null || isCode(text), pointer, "pattern", "A code in lower case with hyphens is expected");
    }

    void codes(String pointer, List<@Nullable String> list) {
        size(LONGEST_LIST, pointer, list);
        for (var i = 0; i < list.size(); i++) {
            var element = pointer + "/" + i;
            if (present(element, list.get(i))) {
                code(element, list.get(i));
            }
        }
    }

    void opaqueId(String pointer, @Nullable String text) {
        that(text == null || OPAQUE_ID.matcher(text).matches(), pointer, "pattern", "An opaque id is expected");
    }

    void past(String pointer, Moment told, ZoneId zone, Instant now) {
        that(!ClockSkew.isFuture(told.start(zone), now), pointer, "in-the-future", "It can't have happened yet");
    }

    void known(boolean known, String pointer, String detail) {
        that(known, pointer, UNKNOWN_CODE, detail);
    }

    boolean that(boolean holds, String pointer, String code, String detail) {
        if (!holds) {
            errors.add(FieldError.at(pointer, code, detail));
        }
        return holds;
    }

    /** Refuses the body if anything was wrong: with 400 where a code is unknown, else with 422. */
    void passed() {
        if (errors.isEmpty()) {
            return;
        }
        var all = errors.toArray(FieldError[]::new);
        throw errors.stream().anyMatch(error -> error.code().equals(UNKNOWN_CODE))
                ? Rejected.badRequest("bad-body", "The body does not have the form asked for", all)
                : Rejected.unprocessable("invalid", "Some fields cannot be accepted", all);
    }

    private static boolean isCode(String text) {
        return text.length() <= LONGEST_CODE && CODE.matcher(text).matches();
    }
}
