package org.aryz.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees the product's clock moved, and who does not. */
class ClockIT {
    private static final String TEN_DAYS = "set aryz.clock_offset = '864000.25 seconds'";

    private static TestDatabase database;
    private Connection session;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        session = database.connectAsSuperuser();
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @Test
    void itShowsRealTimeUnlessItIsMoved() throws SQLException {
        assertThat(daysAhead("event_log.now()")).isZero();
        execute(TEN_DAYS);
        assertThat(daysAhead("event_log.now()")).isEqualTo(10);
    }

    @Test
    void aSessionThatKnowsOfNoSimulationKeepsRealTimeWhateverIsSet() throws SQLException {
        execute(TEN_DAYS);
        execute("set aryz.simulated_time = 'false'");
        assertThat(daysAhead("event_log.now()")).isZero();
        execute("set aryz.simulated_time = 'true'");
        assertThat(daysAhead("event_log.now()")).isEqualTo(10);
    }

    @Test
    void whatIsRecordedAfterAJourneyIsRecordedThen() throws SQLException {
        execute(TEN_DAYS);
        assertThat(daysAhead("event_log.lock()")).isEqualTo(10);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private int daysAhead(String clock) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("select extract(days from " + clock + " - clock_timestamp())::int")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
