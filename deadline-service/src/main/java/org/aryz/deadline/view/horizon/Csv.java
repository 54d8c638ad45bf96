package org.aryz.deadline.view.horizon;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values (RFC 4180). */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    public static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(joining(",", "", "\r\n"));
    }

    /** What a spreadsheet would take for a formula is made plain text by an apostrophe. */
    private static String cell(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
