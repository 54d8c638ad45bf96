package org.aryz.eventlog.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.subscription.LeadingSubscription;

/**
 * Publishes the log to Kafka, at least once and in order per key: the log itself is the outbox. One replica leads; the
 * others stand by. While Kafka is away, events wait in the log.
 */
public final class Relay implements AutoCloseable {
    /** Name of the relay's subscription. */
    public static final String NAME = "kafka-relay";

    private static final String STATUS =
            """
            with waiting as (
                select recorded_at from event_log.event
                 where position > (select coalesce(max(position), 0) from event_log.subscription where name = $1)
                 order by position limit 100000)
            select count(*), coalesce((extract(epoch from event_log.now() - min(recorded_at)) * 1000)::bigint, 0)
              from waiting""";

    /**
     * How the relay is doing.
     *
     * @param behind events not yet published, counted up to 100,000
     * @param oldest age of the oldest of them; zero if there is none
     */
    public record Status(boolean leading, long behind, Duration oldest) {}

    private final Pool pool;
    private final LeadingSubscription subscription;

    public Relay(EventLog log, Pool pool, PublicEvent.Mapping mapping, RelaySettings settings) {
        this.pool = pool;
        this.subscription = new LeadingSubscription(
                log, pool, NAME, new Publisher(pool, mapping, settings), settings.subscription());
    }

    public Relay start() {
        subscription.start();
        return this;
    }

    /** Looks for new events now; give it to {@code PostgresEventLog.onAppended}. */
    public void nudge() {
        subscription.nudge();
    }

    public boolean isLeading() {
        return subscription.isLeading();
    }

    public Uni<Status> status() {
        return pool.preparedQuery(STATUS)
                .execute(Tuple.of(NAME))
                .map(rows -> status(rows.iterator().next()));
    }

    private Status status(Row row) {
        return new Status(isLeading(), row.getLong(0), Duration.ofMillis(row.getLong(1)));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
