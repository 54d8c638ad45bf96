package org.aryz.eventlog.sessions;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A session of the database, by what may be told of it; never by its query, which could hold data.
 *
 * @param state as PostgreSQL calls it, and {@code seconds} since its transaction began; null where the service may not know
 */
public record Session(int pid, String application, @Nullable String state, @Nullable Double seconds) {
    private static final String IDLE = "idle in transaction";

    /** From rows of {@code pid, application, state, seconds}. */
    public static List<Session> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Session(
                        row.getInteger("pid"),
                        Objects.requireNonNullElse(row.getString("application"), ""),
                        row.getString("state"),
                        row.getDouble("seconds")))
                .toList();
    }

    public boolean isIdle() {
        return state != null && state.startsWith(IDLE);
    }

    /** Seconds since its transaction began; 0 where that is not known. */
    public double age() {
        return seconds == null ? 0 : seconds;
    }

    /** Like {@code pid 4711 (psql, idle in transaction, 75 s)}. */
    @Override
    public String toString() {
        return "pid %d (%s, %s, %s)"
                .formatted(
                        pid,
                        application.isEmpty() ? "no name" : application,
                        state == null ? "of another role" : state,
                        seconds == null ? "age unknown" : seconds.longValue() + " s");
    }
}
