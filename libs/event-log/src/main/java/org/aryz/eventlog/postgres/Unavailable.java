package org.aryz.eventlog.postgres;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.aryz.eventlog.AppendRefused;
import org.aryz.eventlog.LogUnavailable;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Tells failures of the database (come again) from failures of what it was given (never come again). */
public final class Unavailable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Connection, state of the transaction, login, no database, rolled back, resources, not in the right state, operator, system, internal. */
    private static final Set<String> CLASSES = Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58", "XX");

    private Unavailable() {}

    static LogUnavailable because(String reason) {
        return new LogUnavailable(reason, RETRY_AFTER, null);
    }

    static boolean isMeantBy(Throwable failure) {
        var state = sqlState(failure);
        return state == null || CLASSES.contains(state.substring(0, 2));
    }

    /** What to tell a caller whose statement failed. */
    public static RuntimeException orRefused(Throwable failure) {
        var state = sqlState(failure);
        if (failure instanceof LogUnavailable known) {
            return known;
        }
        return state == null || isMeantBy(failure)
                ? new LogUnavailable("the database can't answer", RETRY_AFTER, failure)
                : new AppendRefused(state, Objects.requireNonNullElse(constraint(failure), ""));
    }

    private static @Nullable String sqlState(Throwable failure) {
        return switch (failure) {
            case PgException pg -> pg.getSqlState();
            case SQLException sql -> sql.getSQLState();
            default -> null;
        };
    }

    private static @Nullable String constraint(Throwable failure) {
        return switch (failure) {
            case PgException pg -> pg.getConstraint();
            case PSQLException sql
            when sql.getServerErrorMessage() != null ->
                sql.getServerErrorMessage().getConstraint();
            default -> null;
        };
    }
}
