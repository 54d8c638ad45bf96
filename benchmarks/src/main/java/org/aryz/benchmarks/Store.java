package org.aryz.benchmarks;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.testplatform.TestPostgres;
import org.flywaydb.core.Flyway;

/** A fresh database with the migrations and the roles of a service, on the one server of a run. */
public final class Store implements AutoCloseable {
    public static final Vertx VERTX = Vertx.vertx();

    private final TestPostgres.Roles roles;
    private final List<Runnable> toClose = new ArrayList<>();

    private Store(TestPostgres.Roles roles) {
        this.roles = roles;
    }

    /** What is measured has to wait for the disk, as in production; unless ARYZ_TEST_POSTGRES_FSYNC says so. */
    public static void waitForTheDisk() {
        if (System.getenv("ARYZ_TEST_POSTGRES_FSYNC") == null) {
            System.setProperty("aryz.test.postgres.fsync", "on");
        }
    }

    /** With the event log alone. */
    public static Store create() throws SQLException {
        return create("classpath:db/event-log");
    }

    /** @param migrations where those of a service are */
    public static Store create(String... migrations) throws SQLException {
        var store = new Store(TestPostgres.shared().newServiceDatabase());
        Flyway.configure()
                .dataSource(store.database().jdbcUrl(), store.roles.owner(), store.roles.password())
                .locations(migrations)
                .load()
                .migrate();
        store.execute("grant create on schema public to " + store.roles.service());
        return store;
    }

    /** Without anything in it: a service migrates it when it starts. */
    public static Store empty(TestPostgres server) {
        return new Store(server.newServiceDatabase());
    }

    public TestPostgres.Roles roles() {
        return roles;
    }

    public TestPostgres.Database database() {
        return roles.database();
    }

    public Pool pool(int size) {
        var pool = PgBuilder.pool()
                .using(VERTX)
                .connectingTo(new PgConnectOptions()
                        .setHost(database().host())
                        .setPort(database().port())
                        .setDatabase(database().name())
                        .setUser(roles.service())
                        .setPassword(roles.password())
                        .setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(size))
                .build();
        toClose.add(pool::closeAndAwait);
        return pool;
    }

    /** A log with a pool of its own, as each replica of a service has. */
    public PostgresEventLog log() {
        var log = new PostgresEventLog(VERTX, pool(8), List.of());
        toClose.addFirst(log::close);
        return log;
    }

    /** As the role of the service. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database().jdbcUrl(), roles.service(), roles.password());
    }

    /** As the superuser. */
    public void execute(String... statements) throws SQLException {
        try (var connection = database().connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The one value that a query of the superuser's finds. */
    public String value(String sql) {
        try (var connection = database().connect();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the server. */
    public String version() {
        return value("show server_version");
    }

    /** What of the server's settings a figure depends on. */
    public String settings() {
        return "PostgreSQL: synchronous_commit %s, fsync %s, shared_buffers %s; load, server and JVM share the processors."
                .formatted(value("show synchronous_commit"), value("show fsync"), value("show shared_buffers"));
    }

    /** Also removes the database: those of a run would fill the disk. */
    @Override
    public void close() throws SQLException {
        toClose.forEach(Runnable::run);
        try (var connection = DriverManager.getConnection(
                        database().jdbcUrl().replace(database().name(), "postgres"),
                        database().user(),
                        database().password());
                var statement = connection.createStatement()) {
            statement.execute("drop database " + database().name() + " with (force)");
        }
    }
}
