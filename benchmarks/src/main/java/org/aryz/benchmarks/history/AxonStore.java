package org.aryz.benchmarks.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.UuidV7;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/** The event storage engine of the Axon framework with tables of its own: the same payload, a transaction per event. */
final class AxonStore implements AutoCloseable {
    private static final int MOST_THREADS = 64;

    private final Store store;
    private final HikariDataSource connections;
    private final JdbcEventStorageEngine engine;
    private final Map<?, ?> payload;
    private final Map<String, ?> metadata;

    AxonStore(Store store) throws Exception {
        this.store = store;
        var settings = new HikariConfig();
        settings.setJdbcUrl(store.database().jdbcUrl());
        settings.setUsername(store.database().user());
        settings.setPassword(store.database().password());
        settings.setMaximumPoolSize(MOST_THREADS);
        connections = new HikariDataSource(settings);
        var serializer = JacksonSerializer.defaultSerializer();
        // A statement is a transaction by itself here: fewer round trips than by a transaction manager.
        engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(connections::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        var json = new ObjectMapper();
        payload = json.readValue(Facts.DATA, Map.class);
        metadata = json.readerForMapOf(String.class).readValue(Facts.METADATA);
    }

    double perSecond(int threads, Duration time) throws Exception {
        var begin = System.nanoTime();
        var end = begin + time.toNanos();
        var workers = new ArrayList<Callable<Long>>();
        for (var i = 0; i < threads; i++) {
            workers.add(() -> appendUntil(end));
        }
        var appended = 0L;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var worker : pool.invokeAll(workers)) {
                appended += worker.get();
            }
        }
        return appended / ((System.nanoTime() - begin) / 1e9);
    }

    private long appendUntil(long end) {
        var appended = 0L;
        while (System.nanoTime() - end < 0) {
            engine.appendEvents(
                    new GenericDomainEventMessage<>("complaint", UuidV7.next().toString(), 0, payload, metadata));
            appended++;
        }
        return appended;
    }

    @Override
    public void close() throws SQLException {
        connections.close();
        store.close();
    }
}
