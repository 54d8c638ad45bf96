package org.aryz.eventlog;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.key;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group commits before it is on disk. Nobody may notice: neither who appended, nor who repeats it, nor who follows. */
class DurabilityIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private TestDatabase database;

    /** PostgreSQL's own writer, which flushes now and then what nobody waited for, rests as long as it can. */
    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.create();
        writeLogEvery("'10s'");
    }

    @AfterEach
    void stop() throws SQLException {
        writeLogEvery("default");
        database.close();
    }

    private void writeLogEvery(String delay) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("alter system set wal_writer_delay = " + delay);
            statement.execute("select pg_reload_conf()");
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterACrash() {
        var log = database.newLog();
        var stream = newStream();
        for (var version = 0; version < 20; version++) {
            assertThat(log.append(append(stream, version, 1)).await().atMost(SOON))
                    .isInstanceOf(Appended.class);
        }

        TestPostgres.shared().stop();
        TestPostgres.shared().start();

        Patience.until("it reads again", SOON, () -> succeeds(log));
        assertThat(log.readStream(stream, 0).await().atMost(SOON)).hasSize(20);
    }

    private static boolean succeeds(EventLog log) {
        try {
            return log.append(append(newStream(), 0, 1)).await().atMost(SOON) instanceof Appended;
        } catch (LogUnavailable _) {
            return false;
        }
    }

    @Test
    void whoFollowsIsShownWhatAnotherProcessCommittedOnlyWhenItIsOnDisk() throws SQLException {
        var log = database.newLog();
        try (var connection = database.connect()) {
            var committed = commitWithoutFlush(
                    connection,
                    "select event_log.record(event_log.now(), array[uuidv7()], array[uuidv7()], array['thing.happened'],"
                            + " array[1], array['{}'], array['{}'], array[event_log.now()])");

            assertThat(log.readAll(0, 10).await().atMost(SOON)).hasSize(1);

            assertThat(isOnDisk(connection, committed)).isTrue();
        }
    }

    @Test
    void whoRepeatsARequestIsToldOfTheFirstOnlyWhenThatIsOnDisk() throws SQLException {
        var log = database.newLog();
        var first = key("org", "k", "request", "{}");
        try (var connection = database.connect()) {
            var committed = commitWithoutFlush(
                    connection,
                    "insert into event_log.idempotency_key values ('org', 'k', convert_to('request', 'UTF8'), '{}')");

            assertThat(log.recall("org", "k", first.requestHash()).await().atMost(SOON))
                    .hasValueSatisfying(result -> assertThat(result).isInstanceOf(Repeated.class));

            assertThat(isOnDisk(connection, committed)).isTrue();
        }
    }

    /** The end of the write-ahead log after a commit that is not on disk yet. */
    private static String commitWithoutFlush(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute(sql);
        }
        var end = answer(connection, "select pg_current_wal_insert_lsn()");
        assertThat(isOnDisk(connection, end)).as("flushed by chance").isFalse();
        return end;
    }

    private static boolean isOnDisk(Connection connection, String end) throws SQLException {
        return answer(connection, "select pg_current_wal_flush_lsn() >= '%s'::pg_lsn".formatted(end))
                .equals("t");
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
