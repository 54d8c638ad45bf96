package org.aryz.testplatform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedPostgresIT {

    private final TestPostgres postgres = TestPostgres.shared();

    @Test
    void itIsPostgres18AsConfiguredForProduction() throws SQLException {
        TestPostgres.Database database = postgres.newDatabase();

        assertTrue(answer(database, "select version()").startsWith("PostgreSQL 18"));
        assertEquals("on", answer(database, "show synchronous_commit"));
        assertEquals("200", answer(database, "show max_connections"));
        assertEquals("UTF8", answer(database, "show server_encoding"));
    }

    @Test
    void everyDatabaseIsANewOne() {
        assertNotEquals(postgres.newDatabase().name(), postgres.newDatabase().name());
    }

    @Test
    void whatWasCommittedIsThereAfterACrash() throws SQLException {
        TestPostgres.Database database = postgres.newDatabase();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }

        postgres.stop();
        postgres.start();

        assertEquals("42", answer(database, "select answer from kept"));
    }

    private static String answer(TestPostgres.Database database, String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
