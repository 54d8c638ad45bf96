package org.aryz.standalone.part;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.aryz.standalone.Settings;
import org.aryz.standalone.SimulatedTime;
import org.aryz.standalone.StackFailure;

/** The one clock of the stack's databases, and so of its services. In a simulation it can be moved, forward only. */
public final class StackClock implements InstantSource, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimulatedTime simulated;
    private final Connection connection;

    private StackClock(SimulatedTime simulated, Connection connection) {
        this.simulated = simulated;
        this.connection = connection;
    }

    /** The setting is one of the whole server; any database that has the function shows it. */
    public static StackClock of(Settings settings) {
        try {
            return new StackClock(
                    SimulatedTime.of(settings), Postgres.connect(settings, new Secrets(settings.home()), "deadline"));
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    @Override
    public Instant instant() {
        try (var statement = connection.createStatement()) {
            return instant(statement);
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /** How far it is ahead of real time. */
    public Duration ahead() {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select extract(epoch from event_log.now() - clock_timestamp()) * 1000")) {
            rows.next();
            return Duration.ofMillis(rows.getBigDecimal(1).longValue());
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    /** Every session sees it from its next statement on. An hour that is past changes nothing. */
    public void moveTo(Instant hour) throws InterruptedException {
        simulated.require();
        try (var statement = connection.createStatement()) {
            statement.execute("alter system set aryz.clock_offset = '" + secondsAhead(statement, hour) + " seconds'");
            statement.execute("select pg_reload_conf()");
            var begun = System.nanoTime();
            while (instant(statement).isBefore(hour)) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new StackFailure("PostgreSQL did not take over the new time; its log tells why");
                }
                Thread.sleep(Duration.ofMillis(1));
            }
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    private static String secondsAhead(Statement statement, Instant hour) throws SQLException {
        try (var rows = statement.executeQuery("select extract(epoch from greatest(timestamptz '" + hour
                + "', event_log.now()) - clock_timestamp())")) {
            rows.next();
            return rows.getBigDecimal(1).toPlainString();
        }
    }

    private static Instant instant(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select event_log.now()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static StackFailure silent(SQLException e) {
        return new StackFailure("The databases of the stack do not answer; is it up?", e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw silent(e);
        }
    }
}
