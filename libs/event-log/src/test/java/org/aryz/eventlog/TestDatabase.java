package org.aryz.eventlog;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aryz.eventlog.postgres.AppendSettings;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.testplatform.TestPostgres;
import org.flywaydb.core.Flyway;

/** A fresh database with the migrations of the event log. */
public final class TestDatabase implements AutoCloseable {
    public static final Vertx VERTX = Vertx.vertx();

    private final List<Runnable> toClose = new ArrayList<>();
    private final TestPostgres.Database database;
    private final PgConnectOptions options;
    private final Pool pool;

    private TestDatabase(TestPostgres.Database database, PgConnectOptions options) {
        this.database = database;
        this.options = options;
        this.pool = newPool(8);
    }

    /** Owned by a role that migrates; tests work as that of the service, which may make tables of its own besides. */
    public static TestDatabase create() {
        var roles = TestPostgres.shared().newServiceDatabase();
        var database = roles.database();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), roles.owner(), roles.password())
                .locations("classpath:db/event-log")
                .load()
                .migrate();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("grant create on schema public to " + roles.service());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(
                database,
                new PgConnectOptions()
                        .setHost(database.host())
                        .setPort(database.port())
                        .setDatabase(database.name())
                        .setUser(roles.service())
                        .setPassword(roles.password())
                        .setCachePreparedStatements(true));
    }

    public Pool newPool(int size) {
        return newPool(size, options);
    }

    /** A pool whose connections can be cut. */
    public Pool newPool(Wire wire) {
        return newPool(4, new PgConnectOptions(options).setHost("localhost").setPort(wire.port()));
    }

    public Wire newWire() {
        var wire = Wire.to(options.getHost(), options.getPort());
        toClose.add(wire::close);
        return wire;
    }

    private Pool newPool(int size, PgConnectOptions to) {
        var added = PgBuilder.pool()
                .using(VERTX)
                .connectingTo(to)
                .with(new PoolOptions().setMaxSize(size))
                .build();
        toClose.add(added::closeAndAwait);
        return added;
    }

    public Pool pool() {
        return pool;
    }

    /** A connection as the role of the service. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), options.getUser(), options.getPassword());
    }

    /** A connection as the superuser, who may do anything. */
    public Connection connectAsSuperuser() throws SQLException {
        return database.connect();
    }

    /** The database as it is now, to be brought back later under whoever is connected. */
    public TestPostgres.Backup backUp() {
        return database.backUp();
    }

    public PostgresEventLog newLog(Pool through) {
        return newLog(through, AppendSettings.defaults());
    }

    public PostgresEventLog newLog(Pool through, AppendSettings settings, Upcaster... upcasters) {
        var log = new PostgresEventLog(VERTX, through, List.of(upcasters), settings);
        toClose.addFirst(log::close);
        return log;
    }

    /** A log with a pool of its own, as each replica of a service has. */
    public PostgresEventLog newLog(Upcaster... upcasters) {
        return newLog(newPool(8), AppendSettings.defaults(), upcasters);
    }

    public RowSet<Row> sql(String sql, Object... parameters) {
        return pool.preparedQuery(sql).executeAndAwait(Tuple.from(parameters));
    }

    public long number(String sql, Object... parameters) {
        return sql(sql, parameters).iterator().next().getLong(0);
    }

    @Override
    public void close() {
        toClose.forEach(Runnable::run);
    }
}
