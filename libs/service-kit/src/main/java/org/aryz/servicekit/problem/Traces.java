package org.aryz.servicekit.problem;

import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stack traces for the log. Messages are left out: those of the database and of parsers repeat values of the request. */
final class Traces {

    private static final int FRAMES = 30;

    private Traces() {}

    static String withoutMessages(@Nullable Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            text.append(text.isEmpty() ? "" : "\ncaused by ").append(name(each));
            text.append(Arrays.stream(each.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "\n  at " + frame)
                    .collect(Collectors.joining()));
        }
        return text.toString();
    }

    /** What was thrown and why, on one line: while a dependency is away, each request says the same. */
    static String kinds(Throwable thrown) {
        StringBuilder text = new StringBuilder(name(thrown));
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            text.append(", caused by ").append(name(cause));
        }
        return text.toString();
    }

    private static String name(Throwable thrown) {
        String state = thrown instanceof PgException database ? " (SQLSTATE " + database.getSqlState() + ")" : "";
        return thrown.getClass().getName() + state;
    }
}
