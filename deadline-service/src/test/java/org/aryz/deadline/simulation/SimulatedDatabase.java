package org.aryz.deadline.simulation;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.aryz.testplatform.TestPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A real database whose clock stands still until it is set, and which ends some of those who write events in the middle of their
 * transactions.
 */
final class SimulatedDatabase implements AutoCloseable {
    /** Sequences know no rollback, so that who was ended and tries again is another one. */
    private static final String SIMULATION =
            """
            create schema simulation;
            create table simulation.clock as select timestamptz '$begin' as at;
            create or replace function event_log.now() returns timestamptz language sql volatile
                return (select at from simulation.clock);
            create sequence simulation.writer;
            create sequence simulation.death minvalue 0;
            create function simulation.crash() returns trigger language plpgsql as $$
            begin
                if abs(hashint8extended(nextval('simulation.writer'), $seed)) % $one_in = 0 then
                    perform nextval('simulation.death'), pg_terminate_backend(pg_backend_pid());
                end if;
                return null;
            end $$;
            create trigger crash after insert on event_log.event for each statement execute function simulation.crash()""";

    private final TestPostgres.Database database;
    private final Connection connection;

    private SimulatedDatabase(TestPostgres.Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** @param oneIn how many writers end in the middle of their work: every so-manieth, as the seed wants it */
    static SimulatedDatabase at(Instant begin, long seed, int oneIn) throws SQLException {
        var database = TestPostgres.shared().newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/event-log", "db/migration")
                .load()
                .migrate();
        var simulated = new SimulatedDatabase(database, database.connect());
        try (var statement = simulated.connection.createStatement()) {
            statement.execute(SIMULATION
                    .replace("$begin", begin.toString())
                    .replace("$seed", Long.toString(seed))
                    .replace("$one_in", Integer.toString(oneIn)));
        }
        return simulated;
    }

    PgConnectOptions options(String replica) {
        return PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.user())
                .setPassword(database.password())
                .setCachePreparedStatements(true)
                .addProperty("application_name", replica);
    }

    void setClock(Instant hour) throws SQLException {
        try (var update = connection.prepareStatement("update simulation.clock set at = ?")) {
            update.setObject(1, hour.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    @Nullable
    Instant nextDue() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select min(next_at) from deadline.due where next_at < 'infinity'")) {
            rows.next();
            var next = rows.getObject(1, OffsetDateTime.class);
            return next == null ? null : next.toInstant();
        }
    }

    /** Ends every session of a replica, whatever it is doing, as a torn line does. */
    void cutOff(String replica) throws SQLException {
        try (var cut = connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")) {
            cut.setString(1, replica);
            cut.execute();
        }
    }

    /** How many writers ended in the middle of a transaction. */
    long deaths() throws SQLException {
        return number("select nextval('simulation.death')");
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
