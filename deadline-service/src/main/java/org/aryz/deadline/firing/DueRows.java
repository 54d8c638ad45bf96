package org.aryz.deadline.firing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What is due, as the database holds it. Each call is one transaction. */
public final class DueRows {
    /** Rungs told at once: short enough not to hold up other appends, which wait for the same lock. */
    public static final int BATCH = 1_000;

    /** Complaints decided on one after the other before rungs are told again. */
    private static final int DECIDED = 500;

    private static final String TO_DECIDE =
            """
            select distinct complaint from deadline.due join deadline.ladder using (deadline)
             where decides and next_at < 'infinity' and next_at <= event_log.now() limit $1""";

    private final Pool pool;

    public DueRows(Pool pool) {
        this.pool = pool;
    }

    /** Tells a batch of rungs that are due; true if there may be more. */
    Uni<Boolean> fireBatch() {
        return pool.preparedQuery("select deadline.fire($1)")
                .execute(Tuple.of(BATCH))
                .map(rows -> rows.iterator().next().getInteger(0) == BATCH);
    }

    /** Complaints of which a deadline has reached a rung that has to be decided on. */
    Uni<List<UUID>> toDecide() {
        return pool.preparedQuery(TO_DECIDE).execute(Tuple.of(DECIDED)).map(DueRows::ids);
    }

    /** How many rungs were reached longer ago than that, and are not told. */
    Uni<Long> overdue(Duration longerThan) {
        return pool.preparedQuery("select deadline.overdue($1 * interval '1 second')")
                .execute(Tuple.of((double) longerThan.toSeconds()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** How long until something is due, at most {@code longest}; never negative. */
    Uni<Duration> untilNext(Duration longest) {
        return pool.preparedQuery("select deadline.seconds_to_next()")
                .execute()
                .map(RowSet::iterator)
                .map(RowIterator::next)
                .map(row -> atMost(longest, row));
    }

    private static Duration atMost(Duration longest, Row row) {
        var seconds = row.getDouble(0);
        if (seconds == null || seconds * 1000 >= longest.toMillis()) {
            return longest;
        }
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .toList();
    }
}
