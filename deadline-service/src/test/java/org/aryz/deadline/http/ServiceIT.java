package org.aryz.deadline.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** What all tests of the running service share: who asks, and waiting until what was told is taken in. */
@QuarkusTestResource(PlatformResource.class)
abstract class ServiceIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    static RequestSpecification as(String organisation, String... roles) {
        return given().auth().oauth2(TestTokens.of(organisation, roles));
    }

    static RequestSpecification lawyer() {
        return as("coalition", "lawyer");
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Bishkek"));
    }

    /** Returns once everything that intake said of the complaint was taken in. */
    static Voice known(Voice voice) {
        Patience.until(
                "the complaint is known",
                LONG_ENOUGH,
                () -> number("select coalesce(max(sequence), 0) from event_log.inbox where source = ?", voice.intake())
                        == voice.saidByIntake());
        return voice;
    }

    /** Holds the deadline of this rule against the status that the API must show. */
    static void status(Voice voice, String rule, String expected) {
        lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(200)
                .body("deadlines.find { it.rule == '" + rule + "' }.status", equalTo(expected));
    }

    /** Returns once the board shows a deadline of the complaint of which this is true. */
    static Voice untilListed(Voice voice, String condition) {
        Patience.until(
                "the board shows " + condition,
                LONG_ENOUGH,
                () -> number(
                                "select count(*) from deadline.board where complaint = ? and " + condition,
                                voice.complaint)
                        > 0);
        return voice;
    }

    static long events(Voice voice) {
        return number("select count(*) from event_log.event where stream_id = ?", voice.complaint);
    }

    static long number(String query, Object... parameters) {
        return Long.parseLong(text(query, parameters));
    }

    static String text(String query, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
