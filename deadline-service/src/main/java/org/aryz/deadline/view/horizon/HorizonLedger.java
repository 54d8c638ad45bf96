package org.aryz.deadline.view.horizon;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.aryz.deadline.view.BoardView;
import org.jspecify.annotations.Nullable;

/** Where all replicas see when the files were last written, and that somebody asked for them. */
@ApplicationScoped
public class HorizonLedger {
    private static final String STATE =
            """
            select event_log.now() as now, nullif(made_at, '-infinity') as made_at, asked_at > made_at as asked, rows,
                   coalesce((select not exists (select from event_log.event e
                                                 where e.position > g.position
                                                   and e.recorded_at < event_log.now() - interval '1 minute')
                               from event_log.generation g where g.projection = $1 and g.state = 'serving'),
                            false) as current
              from deadline.horizon""";

    private final Pool pool;

    public HorizonLedger(Pool pool) {
        this.pool = pool;
    }

    /**
     * How it stands.
     *
     * @param madeAt null before the first time
     * @param asked somebody asked since
     * @param current the board has taken in what was recorded until a minute ago; if not, a good export must not be replaced
     */
    public record State(Instant now, @Nullable Instant madeAt, boolean asked, long rows, boolean current) {
        boolean isDue(Duration every) {
            return asked || madeAt == null || !madeAt.plus(every).isAfter(now);
        }

        /** Seconds since the files were written; not a number if they never were. */
        double age() {
            return madeAt == null ? Double.NaN : Duration.between(madeAt, now).toMillis() / 1000.0;
        }
    }

    public Uni<State> state() {
        return pool.preparedQuery(STATE)
                .execute(Tuple.of(BoardView.NAME))
                .map(rows -> state(rows.iterator().next()));
    }

    private static State state(Row row) {
        var made = row.getOffsetDateTime("made_at");
        return new State(
                row.getOffsetDateTime("now").toInstant(),
                made == null ? null : made.toInstant(),
                row.getBoolean("asked"),
                row.getLong("rows"),
                row.getBoolean("current"));
    }

    /** Asks the replica that leads to write soon. */
    public Uni<State> ask() {
        return pool.query("update deadline.horizon set asked_at = event_log.now()")
                .execute()
                .flatMap(_ -> state());
    }

    Uni<Void> made(Instant at, long rows) {
        return pool.preparedQuery("update deadline.horizon set made_at = $1, rows = $2")
                .execute(Tuple.of(at.atOffset(ZoneOffset.UTC), rows))
                .replaceWithVoid();
    }
}
