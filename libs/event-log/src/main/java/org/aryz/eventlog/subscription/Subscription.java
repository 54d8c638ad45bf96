package org.aryz.eventlog.subscription;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.postgres.PostgresEventLog;

/**
 * Follows the log to feed a read model: each event changes it exactly once, because both change in one transaction.
 * Replicas of a service share it, one batch at a time. The name of a read model carries its version, {@code cases.v2}:
 * a new version starts from the beginning of the log.
 */
public final class Subscription implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADD =
            "insert into event_log.subscription (name) values ($1) on conflict (name) do nothing";
    private static final String CLAIM =
            "select position from event_log.subscription where name = $1 for update skip locked";
    private static final String MOVE = "update event_log.subscription set position = $2 where name = $1";

    /** Changes a read model, by the given connection only. It appends nothing: that would need the log's lock. */
    @FunctionalInterface
    public interface Handler {
        Uni<Void> handle(SqlConnection transaction, List<RecordedEvent> events);
    }

    private final PostgresEventLog log;
    private final Pool pool;
    private final String name;
    private final Handler handler;
    private final SubscriptionSettings settings;
    private final Loop loop;
    private boolean known;

    public Subscription(PostgresEventLog log, Pool pool, String name, Handler handler, SubscriptionSettings settings) {
        this.log = log;
        this.pool = pool;
        this.name = name;
        this.handler = handler;
        this.settings = settings;
        this.loop = new Loop(name, this::step, settings.poll());
    }

    public Subscription start() {
        loop.start();
        return this;
    }

    /** Looks for new events now. */
    public void nudge() {
        loop.nudge();
    }

    /** Position of the last event that the read model has taken in. */
    public Uni<Long> position() {
        return pool.preparedQuery("select coalesce(max(position), 0) from event_log.subscription where name = $1")
                .execute(Tuple.of(name))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public void close() {
        loop.close();
    }

    private boolean step() {
        if (!known) {
            pool.preparedQuery(ADD).execute(Tuple.of(name)).await().atMost(PATIENCE);
            known = true;
        }
        var handled = pool.withTransaction(this::batch).await().atMost(PATIENCE);
        return handled == settings.batchSize();
    }

    private Uni<Integer> batch(SqlConnection transaction) {
        return transaction.preparedQuery(CLAIM).execute(Tuple.of(name)).flatMap(rows -> {
            var claimed = rows.iterator();
            return claimed.hasNext()
                    ? handleAfter(transaction, claimed.next().getLong(0))
                    : Uni.createFrom().item(0);
        });
    }

    private Uni<Integer> handleAfter(SqlConnection transaction, long position) {
        return log.readAll(transaction, position, settings.batchSize())
                .flatMap(events -> events.isEmpty()
                        ? Uni.createFrom().item(0)
                        : handler.handle(transaction, events)
                                .flatMap(_ -> transaction
                                        .preparedQuery(MOVE)
                                        .execute(Tuple.of(name, events.getLast().position())))
                                .replaceWith(events.size()));
    }
}
