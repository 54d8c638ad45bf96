package org.aryz.eventlog.subscription;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;

/**
 * The right of one process to lead a subscription, until it expires on the database's real clock. Each new leader gets a
 * higher epoch, and what a former leader still writes is refused by it. No transaction stays open while a leader works.
 */
final class Lease {
    private static final String ADD =
            "insert into event_log.subscription (name) values ($1) on conflict (name) do nothing";
    private static final String TAKE =
            """
            update event_log.subscription
               set epoch = epoch + 1, leased_until = clock_timestamp() + $2::bigint * interval '1 millisecond'
             where name = $1 and leased_until < clock_timestamp()
            returning epoch, position""";
    /** Not worth a flush, for which appends would have to wait: what a crash takes back is done again. */
    private static final String KEEP =
            """
            with without_flush as (select set_config('synchronous_commit', 'off', true))
            update event_log.subscription
               set position = $3, leased_until = clock_timestamp() + $4::bigint * interval '1 millisecond'
              from without_flush
             where name = $1 and epoch = $2 and position <= $3""";

    private static final String RELEASE =
            "update event_log.subscription set leased_until = '-infinity' where name = $1 and epoch = $2";

    private static final long NO_EPOCH = -1;

    /** A lease that was given, and how far the subscription had come. */
    record Held(long epoch, long position) {}

    private final Pool pool;
    private final String name;
    private final Duration duration;
    private long epoch = NO_EPOCH;
    private volatile long heldUntil = System.nanoTime();

    Lease(Pool pool, String name, Duration duration) {
        this.pool = pool;
        this.name = name;
        this.duration = duration;
    }

    /** Takes the lease if it is free or has expired. */
    Optional<Held> take() {
        var before = System.nanoTime();
        if (epoch == NO_EPOCH) {
            execute(ADD, Tuple.of(name));
        }
        var rows = execute(TAKE, Tuple.of(name, duration.toMillis())).iterator();
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        var row = rows.next();
        epoch = row.getLong(0);
        heldUntil = before + duration.toNanos();
        return Optional.of(new Held(epoch, row.getLong(1)));
    }

    /** Prolongs the lease and moves the position forward; false if somebody else leads now. */
    boolean keep(long position) {
        var before = System.nanoTime();
        var kept = execute(KEEP, Tuple.of(name, epoch, position, duration.toMillis()))
                        .rowCount()
                == 1;
        heldUntil = kept ? before + duration.toNanos() : before;
        return kept;
    }

    /** Whether this process may be sure that nobody else leads: never longer than the database thinks so. */
    boolean isHeld() {
        return isHeldLongerThan(Duration.ZERO);
    }

    boolean isHeldLongerThan(Duration time) {
        return System.nanoTime() + time.toNanos() - heldUntil < 0;
    }

    /** Lets the next one lead at once. */
    void release() {
        execute(RELEASE, Tuple.of(name, epoch));
        heldUntil = System.nanoTime();
    }

    /** No answer within the time of the lease is as good as none. */
    private RowSet<Row> execute(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(duration);
    }
}
