package org.aryz.servicekit.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param limit how many rows at most
 * @param after the key of the last row of the page before, in the order of the list's columns; empty for the first page
 */
public record PageRequest(int limit, List<String> after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final String SEPARATOR = "\u001f";

    public PageRequest {
        after = List.copyOf(after);
    }

    /** Reads the query parameters {@code limit} and {@code after}; the key must have the given number of columns. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String after, int columns) {
        int rows = limit == null ? DEFAULT_LIMIT : limit;
        if (rows < 1 || rows > MOST) {
            throw refused("limit", "out-of-range", "A page has 1 to " + MOST + " rows");
        }
        return new PageRequest(rows, after == null ? List.of() : key(after, columns));
    }

    /** What to ask the database for: one row more than the page holds tells whether another page follows. */
    public int rows() {
        return limit + 1;
    }

    static String cursor(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(UTF_8));
    }

    private static List<String> key(String cursor, int columns) {
        try {
            List<String> key = List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, -1));
            if (key.size() == columns) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw unknownCursor();
    }

    /** For keys whose parts do not have the type of their column. */
    public static Rejected unknownCursor() {
        return refused("after", "unknown-cursor", "Use the link of the page before");
    }

    private static Rejected refused(String parameter, String code, String detail) {
        return Rejected.badRequest("bad-page", detail, FieldError.ofParameter(parameter, code, detail));
    }
}
