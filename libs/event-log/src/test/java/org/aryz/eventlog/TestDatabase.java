package org.aryz.eventlog;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aryz.eventlog.postgres.AppendSettings;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.flywaydb.core.Flyway;

/** A fresh database with the migrations of the event log, in one server for all tests. */
public final class TestDatabase implements AutoCloseable {
    public static final Vertx VERTX = Vertx.vertx();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final List<AutoCloseable> open = new ArrayList<>();
    private final PgConnectOptions options;
    private final Pool pool;

    private TestDatabase(PgConnectOptions options) {
        this.options = options;
        this.pool = newPool(8);
    }

    public static TestDatabase create() {
        var name = "log" + COUNT.incrementAndGet();
        var port = Server.POSTGRES.getPort();
        var admin = newPool(optionsOf(port, "postgres"), 1);
        admin.query("create database " + name).executeAndAwait();
        admin.closeAndAwait();
        migrate(port, name);
        return new TestDatabase(optionsOf(port, name));
    }

    public static void migrate(int port, String database) {
        Flyway.configure()
                .dataSource("jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "postgres")
                .locations("classpath:db/event-log")
                .load()
                .migrate();
    }

    public static PgConnectOptions optionsOf(int port, String database) {
        return new PgConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setDatabase(database)
                .setUser("postgres")
                .setPassword("postgres")
                .setCachePreparedStatements(true);
    }

    public static Pool newPool(PgConnectOptions options, int size) {
        return PgBuilder.pool()
                .using(VERTX)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(size))
                .build();
    }

    public Pool newPool(int size) {
        var added = newPool(options, size);
        open.add(added::closeAndAwait);
        return added;
    }

    public Pool pool() {
        return pool;
    }

    /** A log with a pool of its own, as each replica of a service has. */
    public PostgresEventLog newLog(Upcaster... upcasters) {
        var log = new PostgresEventLog(VERTX, newPool(8), List.of(upcasters), AppendSettings.defaults());
        open.addFirst(log);
        return log;
    }

    public RowSet<Row> sql(String sql, Object... parameters) {
        return pool.preparedQuery(sql).executeAndAwait(Tuple.from(parameters));
    }

    public long number(String sql, Object... parameters) {
        return sql(sql, parameters).iterator().next().getLong(0);
    }

    @Override
    public void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }
}
