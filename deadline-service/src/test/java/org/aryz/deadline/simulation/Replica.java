package org.aryz.deadline.simulation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.application.Told;
import org.aryz.deadline.firing.DueRows;
import org.aryz.deadline.firing.Firing;
import org.aryz.deadline.lawchange.storage.LawJson;
import org.aryz.deadline.storage.JsonForm;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.postgres.PostgresEventLog;

/** What one process of the service is to the database: connections of its own, a loop that fires, and a way in for facts. */
final class Replica implements AutoCloseable {
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(20);
    private static final int CONNECTIONS = 4;

    private final String name;
    private final Pool pool;
    private final PostgresEventLog log;
    private final ComplaintDeadlines deadlines;
    private final Firing firing;

    private Replica(String name, Vertx vertx, PgConnectOptions options) {
        this.name = name;
        pool = Pool.newInstance(PgBuilder.pool(builder -> builder.with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(options)
                .using(vertx.getDelegate())));
        log = new PostgresEventLog(vertx, pool, List.of());
        deadlines = new ComplaintDeadlines(log, new JsonForm(), new LawInUse(log, new LawJson(), pool, true));
        firing = new Firing(vertx, new DueRows(pool), deadlines::decideAgain, () -> {}, LONGEST_SLEEP);
    }

    static Replica started(String name, Vertx vertx, PgConnectOptions options) {
        var replica = new Replica(name, vertx, options);
        replica.firing.start();
        return replica;
    }

    String name() {
        return name;
    }

    PostgresEventLog log() {
        return log;
    }

    Uni<AppendResult> note(Told told) {
        return deadlines.note(told);
    }

    @Override
    public void close() {
        firing.close();
        log.close();
        pool.closeAndAwait();
    }
}
