package org.aryz.benchmarks.deadlines;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.aryz.benchmarks.Store;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jspecify.annotations.Nullable;

/** One process of JobRunr, with the shortest interval of polling that it allows. */
public final class JobRunrJobs implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int SHORTEST_POLL = 5;
    /** A job is a call of a static method: it has no way to the connections but this. */
    private static final AtomicReference<@Nullable Alerts> ALERTS = new AtomicReference<>();

    private final HikariDataSource connections;
    private final PostgresStorageProvider storage;
    private final JobScheduler scheduler;

    JobRunrJobs(Store store) {
        connections = Alerts.connections(store, THREADS + 4);
        storage = new PostgresStorageProvider(connections);
        ALERTS.set(new Alerts(connections));
        scheduler = JobRunr.configure().useStorageProvider(storage).initialize().getJobScheduler();
    }

    void enqueue(int jobs) {
        scheduler.enqueue(Stream.generate(System::currentTimeMillis).limit(jobs), due -> JobRunrJobs.write(due));
    }

    void start() {
        JobRunr.configure()
                .useStorageProvider(storage)
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andWorkerCount(THREADS)
                        .andPollIntervalInSeconds(SHORTEST_POLL))
                .initialize();
    }

    /** Called by the library. */
    public static void write(Long due) {
        var alerts = ALERTS.get();
        if (alerts != null) {
            alerts.write(Instant.ofEpochMilli(due));
        }
    }

    @Override
    public void close() {
        JobRunr.destroy();
        connections.close();
    }
}
