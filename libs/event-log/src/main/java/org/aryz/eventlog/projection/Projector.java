package org.aryz.eventlog.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.subscription.Loop;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.jboss.logging.Logger;

/**
 * Keeps a read model up to the log in one process. Replicas of a service share the work, one batch at a time. Where the newest
 * version that any of them knows is another than the one that serves, or somebody asked for it, a new generation is built beside:
 * by the same code, on a thread of its own, so that it holds up nothing when it fails. It serves once it has come as far as the
 * other and no replica lives that knows only an older version; then the rows of the other go.
 */
public final class Projector implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);
    private static final int SWEPT_AT_ONCE = 5_000;

    private static final String ATTEND = "select event_log.attend($1, $2, $3, $4)";
    private static final String SWEEP = "select event_log.sweep_generation($1, $2)";
    private static final String LEAVE = "delete from event_log.projector where projection = $1 and replica = $2";
    private static final String TELL =
            """
            update event_log.generation set failure = $4
             where projection = $1 and version = $2 and state = $3 and failure is distinct from $4""";

    private final Pool pool;
    private final Projection projection;
    private final Feeding feeding;
    private final Duration lease;
    private final UUID replica = UUID.randomUUID();
    private final Loop serving;
    private final Loop building;
    private long attendAt = System.nanoTime();

    /** @param settings with how long this process counts as alive after its last sign of life, as the lease */
    public Projector(PostgresEventLog log, Pool pool, Projection projection, SubscriptionSettings settings) {
        this.pool = pool;
        this.projection = projection;
        this.feeding = new Feeding(log, projection, settings.batchSize());
        this.lease = settings.lease();
        this.serving = new Loop(projection.name(), this::serve, settings.poll());
        this.building = new Loop(projection.name() + " anew", this::build, settings.poll());
    }

    public Projector start() {
        serving.start();
        building.start();
        return this;
    }

    /** Looks for new events now. */
    public void nudge() {
        serving.nudge();
    }

    /** Others need not wait for this process any more. */
    @Override
    public void close() {
        serving.close();
        building.close();
        try {
            execute(LEAVE, Tuple.of(projection.name(), replica), SHORT_PATIENCE);
        } catch (RuntimeException _) {
            LOG.debugf("%s could not take its leave: its lease ends by itself", projection.name());
        }
    }

    private boolean serve() {
        attend();
        return batch("serving", feeding::serve);
    }

    private boolean build() {
        return batch("building", feeding::build) || sweep();
    }

    private void attend() {
        if (System.nanoTime() - attendAt >= 0) {
            var next = System.nanoTime() + lease.dividedBy(3).toNanos();
            execute(ATTEND, Tuple.of(projection.name(), replica, projection.version(), lease.toMillis()), PATIENCE);
            attendAt = next;
        }
    }

    private boolean sweep() {
        var swept = execute(SWEEP, Tuple.of(projection.name(), SWEPT_AT_ONCE), PATIENCE);
        return swept.iterator().next().getLong(0) != null;
    }

    private boolean batch(String state, Function<SqlConnection, Uni<Boolean>> feed) {
        try {
            return pool.withTransaction(feed).await().atMost(PATIENCE);
        } catch (RuntimeException failure) {
            tell(state, failure);
            throw failure;
        }
    }

    /** By its kind only, as in the log: messages of other code may quote data. */
    private void tell(String state, RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return; // it was told to stop
        }
        try {
            execute(
                    TELL,
                    Tuple.of(projection.name(), projection.version(), state, Loop.description(failure)),
                    SHORT_PATIENCE);
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private RowSet<Row> execute(String sql, Tuple parameters, Duration atMost) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(atMost);
    }
}
