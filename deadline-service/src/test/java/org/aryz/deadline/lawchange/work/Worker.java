package org.aryz.deadline.lawchange.work;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.lawchange.application.LawChanges;
import org.aryz.deadline.lawchange.storage.LawJson;
import org.aryz.deadline.storage.JsonForm;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.subscription.LeadingTask;

/** One process of the service, as far as changes of law go: connections of its own, and the work that somebody has to lead. */
final class Worker implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(20);
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 4;

    private final Pool pool;
    private final PostgresEventLog log;
    private final LeadingTask task;
    final ComplaintDeadlines deadlines;
    final LawChanges changes;

    Worker(Vertx vertx, PgConnectOptions options) {
        pool = Pool.newInstance(PgBuilder.pool(builder -> builder.with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(options)
                .using(vertx.getDelegate())));
        log = new PostgresEventLog(vertx, pool, List.of());
        var form = new JsonForm();
        var law = new LawInUse(log, new LawJson(), pool, false);
        deadlines = new ComplaintDeadlines(log, form, law);
        changes = new LawChanges(log, new LawJson(), law);
        var work = new LawWork(pool, law, changes, deadlines, form);
        task = new LeadingTask(pool, "law-changes", work::turn, REST, LEASE);
    }

    Worker start() {
        task.start();
        return this;
    }

    @Override
    public void close() {
        task.close();
        log.close();
        pool.closeAndAwait();
    }
}
