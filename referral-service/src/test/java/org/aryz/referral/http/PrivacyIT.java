package org.aryz.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.aryz.testplatform.Canary;
import org.aryz.testplatform.PublicTopic;
import org.aryz.testplatform.TestPostgres;
import org.junit.jupiter.api.Test;

/** What is sealed is found nowhere in the open: not in tables, not in topics, not in logs. */
@QuarkusTest
class PrivacyIT extends ServiceIT {
    private static final String CANARY = "kanarek-" + UUID.randomUUID();

    @Test
    void aRegistrationNumberAndANoteAreFoundNowhereInTheOpen() throws SQLException {
        var logs = new Listener();
        Logger.getLogger("").addHandler(logs);
        var complaint = consented();
        var referral = send(lawyer(), complaint, CENTRAL).then().extract().<String>path("id");
        var body = REGISTRATION.replace("ERP-77-25", CANARY);
        register(referral, "\"9\"", body, 412);
        register(referral, "\"1\"", body.replace("registeredAt", CANARY), 400);
        register(referral, "\"1\"", body, 200);
        lawyer().get("/referrals/{id}", referral).then().body("registrationNumber", equalTo(CANARY));
        lawyer().body("{\"fact\": \"suspect.identified\", \"occurredAt\": \"2025-04-02\", \"note\": \"%s\"}"
                        .formatted(CANARY))
                .post("/complaints/{id}/facts", complaint)
                .then()
                .statusCode(201);
        lawyer().get("/complaints/{id}/facts", complaint).then().body("facts[0].note", equalTo(CANARY));
        PublicRecords.about(complaint, 3);
        Logger.getLogger("").removeHandler(logs);

        assertThat(everyRow()).contains(referral).doesNotContain(CANARY);
        assertThat(PublicTopic.text(PublicRecords.REFERRALS)).contains(referral).doesNotContain(CANARY);
        assertThat(logs.lines).noneMatch(line -> line.contains(CANARY));
        assertTheDisksDoNotHoldIt();
    }

    /** Tables, indexes, dead rows and the write-ahead log. */
    private static void assertTheDisksDoNotHoldIt() {
        TestPostgres.shared().checkpoint();
        TestPostgres.shared().dataDirectory().ifPresent(data -> assertThat(new Canary(CANARY).filesIn(data))
                .isEmpty());
    }

    private static void register(String referral, String version, String body, int status) {
        lawyer().header("If-Match", version)
                .body(body)
                .post("/referrals/{id}/registration", referral)
                .then()
                .statusCode(status);
    }

    /** Every table of every schema of the service, as text. */
    private static String everyRow() throws SQLException {
        var text = new StringBuilder();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    """
                    select format('%I.%I', table_schema, table_name) from information_schema.tables
                     where table_schema not in ('pg_catalog', 'information_schema')
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private static final class Listener extends Handler {
        final List<String> lines = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord message) {
            lines.add(new SimpleFormatter().format(message));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
