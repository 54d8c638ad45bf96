package org.aryz.benchmarks.deadlines;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import org.aryz.benchmarks.Store;

/** One process of db-scheduler, at its fastest way of polling. */
final class DbScheduler implements AutoCloseable {
    private static final int THREADS = 10;
    private static final String TABLES =
            """
            create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz not null,
                picked boolean not null, picked_by text, last_success timestamptz, last_failure timestamptz,
                consecutive_failures int, last_heartbeat timestamptz, version bigint not null, priority smallint,
                primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)""";
    private final HikariDataSource connections;
    private final Scheduler scheduler;

    DbScheduler(Store store, Duration poll) {
        connections = Alerts.connections(store, THREADS + 4);
        var alerts = new Alerts(connections);
        var task = Tasks.oneTime("alert").execute((_, context) -> alerts.write(context.getExecution().executionTime));
        scheduler = Scheduler.create(connections, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(poll)
                .build();
    }

    static void createTables(Store store) throws SQLException {
        Alerts.createTable(store);
        store.execute(TABLES);
    }

    /**
     * Schedules in one statement what a client would one by one.
     *
     * @param due of the open ones, anywhere among them
     * @param perSecond of those that are due; all at once if 0
     */
    static void schedule(Store store, int due, int open, int perSecond) throws SQLException {
        var each = open / due;
        var apart = perSecond == 0 ? "interval '0'" : "n / %d * interval '1 second' / %d".formatted(each, perSecond);
        store.execute(
                """
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, consecutive_failures)
                select 'alert', md5('task ' || n),
                       clock_timestamp() + case when n %% %d = 0 then %s else interval '400 days' end, false, 1, 0
                  from generate_series(1, %d) n"""
                        .formatted(each, apart, open),
                "vacuum analyze scheduled_tasks");
    }

    void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
        connections.close();
    }
}
