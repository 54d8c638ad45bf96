package org.aryz.servicekit.problem;

import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stack traces for the log. Messages are left out: those of the database and of parsers repeat values of the request. */
final class Traces {

    private static final int FRAMES = 30;

    private Traces() {}

    static String withoutMessages(@Nullable Throwable thrown) {
        return chain(thrown, "\ncaused by ", Traces::frames);
    }

    /** What was thrown and why, on one line: while a dependency is away, each request says the same. */
    static String kinds(Throwable thrown) {
        return chain(thrown, ", caused by ", _ -> "");
    }

    private static String chain(@Nullable Throwable thrown, String because, Function<Throwable, String> more) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            text.append(text.isEmpty() ? "" : because).append(name(each)).append(more.apply(each));
        }
        return text.toString();
    }

    private static String frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n  at " + frame)
                .collect(Collectors.joining());
    }

    private static String name(Throwable thrown) {
        String state = thrown instanceof PgException database ? " (SQLSTATE " + database.getSqlState() + ")" : "";
        return thrown.getClass().getName() + state;
    }
}
