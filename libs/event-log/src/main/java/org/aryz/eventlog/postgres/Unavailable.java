package org.aryz.eventlog.postgres;

import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.aryz.eventlog.AppendRefused;
import org.aryz.eventlog.LogUnavailable;

/** Tells failures of the database (come again) from failures of what it was given (never come again). */
public final class Unavailable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Connection, transaction rolled back by the server, resources, not in the right state, operator, system, internal. */
    private static final Set<String> CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    private Unavailable() {}

    static LogUnavailable because(String reason) {
        return new LogUnavailable(reason, RETRY_AFTER, null);
    }

    static boolean isMeantBy(Throwable failure) {
        return !(failure instanceof PgException pg)
                || CLASSES.contains(sqlState(pg).substring(0, 2));
    }

    /** What to tell a caller whose statement failed. */
    public static RuntimeException orRefused(Throwable failure) {
        return switch (failure) {
            case LogUnavailable known -> known;
            case PgException pg
            when !isMeantBy(pg) -> new AppendRefused(sqlState(pg), Objects.requireNonNullElse(pg.getConstraint(), ""));
            default -> new LogUnavailable("the database can't answer", RETRY_AFTER, failure);
        };
    }

    private static String sqlState(PgException failure) {
        return Objects.requireNonNullElse(failure.getSqlState(), "XX000");
    }
}
