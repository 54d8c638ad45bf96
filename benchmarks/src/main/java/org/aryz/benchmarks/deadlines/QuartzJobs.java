package org.aryz.benchmarks.deadlines;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.aryz.benchmarks.Store;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** One process of Quartz that shares its jobs with others, as a cluster does. */
final class QuartzJobs implements AutoCloseable {
    private static final int THREADS = 10;
    private static final String TABLES = "org/quartz/impl/jdbcjobstore/tables_postgres.sql";
    private static final String SOURCE = "alerts";
    private static final AtomicReference<@Nullable Alerts> ALERTS = new AtomicReference<>();

    private final HikariDataSource connections;
    private final Scheduler scheduler;

    /** Made by the library. */
    public static final class Alert implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            var alerts = ALERTS.get();
            if (alerts != null) {
                alerts.write(context.getScheduledFireTime().toInstant());
            }
        }
    }

    QuartzJobs(Store store) throws Exception {
        connections = Alerts.connections(store, THREADS + 4);
        ALERTS.set(new Alerts(connections));
        DBConnectionManager.getInstance().addConnectionProvider(SOURCE, new Connections(connections));
        var jobs = new JobStoreTX();
        jobs.setDataSource(SOURCE);
        jobs.setDriverDelegateClass(PostgreSQLDelegate.class.getName());
        jobs.setIsClustered(true);
        jobs.setInstanceId("one");
        DirectSchedulerFactory.getInstance()
                .createScheduler(SOURCE, "one", new SimpleThreadPool(THREADS, Thread.NORM_PRIORITY), jobs);
        scheduler = DirectSchedulerFactory.getInstance().getScheduler(SOURCE);
    }

    static void createTables(Store store) throws SQLException, IOException {
        Alerts.createTable(store);
        try (var file = Scheduler.class.getClassLoader().getResourceAsStream(TABLES)) {
            store.execute(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    void schedule(int jobs) throws SchedulerException {
        for (var i = 0; i < jobs; i++) {
            scheduler.scheduleJob(
                    JobBuilder.newJob(Alert.class).withIdentity("alert " + i).build(),
                    TriggerBuilder.newTrigger()
                            .withIdentity("alert " + i)
                            .startAt(Date.from(Instant.now()))
                            .build());
        }
    }

    void start() throws SchedulerException {
        scheduler.start();
    }

    /** Quartz asks for connections by name. */
    private record Connections(HikariDataSource pool) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }

    @Override
    public void close() throws SchedulerException {
        scheduler.shutdown(true);
        connections.close();
    }
}
