package org.aryz.deadline;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.aryz.testplatform.TestPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A migrated database of each test, the service's pool to it, and sessions beside the service. */
public abstract class MigratedDatabase {
    protected static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    protected TestPostgres.Database database;
    protected Vertx vertx;
    protected Pool pool;
    protected Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestPostgres.shared().newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/event-log", "db/migration")
                .load()
                .migrate();
        vertx = Vertx.vertx();
        var options = PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.user())
                .setPassword(database.password());
        pool = Pool.newInstance(PgBuilder.pool(builder -> builder.with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx.getDelegate())));
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }

    /** Another session, with a transaction that it does not end by itself. */
    protected Connection stalled(String application, String sql) throws SQLException {
        var session = DriverManager.getConnection(
                database.jdbcUrl() + "?ApplicationName=" + application, database.user(), database.password());
        session.setAutoCommit(false);
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
        return session;
    }

    /** Arms deadlines with one rung each, so far from now. */
    protected void arm(int deadlines, String fromNow) {
        execute(
                """
                select deadline.arm(array_agg(jsonb_build_object(
                    'deadline', gen_random_uuid(), 'complaint', gen_random_uuid(), 'version', 0, 'metadata', '{}',
                    'alert', '{"team": "T"}', 'breach', '{"rule": "R"}', 'rungs', jsonb_build_array(jsonb_build_object(
                        'at', event_log.now() + interval '%s', 'rung', '-P1D', 'severity', 'urgent',
                        'audience', 'assignee', 'alert', gen_random_uuid(), 'decides', false)))))
                  from generate_series(1, %d)"""
                        .formatted(fromNow, deadlines));
    }

    protected void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    protected @Nullable String text(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    protected long number(String sql) {
        return Long.parseLong(String.valueOf(text(sql)));
    }

    protected boolean is(String condition) {
        return "t".equals(text("select " + condition));
    }
}
