package org.aryz.referral.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** What all tests of the running service share: who asks, what they ask, and waiting until a complaint is known. */
@QuarkusTestResource(PlatformResource.class)
abstract class ServiceIT {
    static final String CENTRAL =
            """
            {"authority": "kg-prosecutor-general", "channel": "courier", "sentAt": "2025-03-04T12:40:00+06:00"}""";
    static final String REGISTRATION =
            """
            {"number": "ERP-77-25", "registeredAt": "2025-03-05T09:15:00+06:00"}""";
    static final String REFUSAL = """
            {"kind": "refused", "made": "2025-03-14"}""";
    private static final RestAssuredConfig ONE_KEY = RestAssuredConfig.config()
            .headerConfig(HeaderConfig.headerConfig().overwriteHeadersWithName("Idempotency-Key", "Content-Type"));
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    static RequestSpecification as(String organisation, String... roles) {
        return given().config(ONE_KEY)
                .auth()
                .oauth2(TestTokens.of(organisation, roles))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID());
    }

    static RequestSpecification lawyer() {
        return as("coalition", "lawyer");
    }

    static RequestSpecification coordinator() {
        return as("coalition", "coordinator");
    }

    /** Returns once everything that intake said of the complaint was taken in. */
    static IntakeVoice known(IntakeVoice intake) {
        Patience.until("the complaint is known", LONG_ENOUGH, () -> takenIn(intake) == intake.said());
        return intake;
    }

    /** A complaint of legal-aid, shared with the coalition, that may be referred to any authority. */
    static UUID consented() {
        return known(new IntakeVoice().receivesConsented()).complaint;
    }

    static Response send(RequestSpecification who, UUID complaint, String body) {
        return who.body(body).post("/complaints/{id}/referrals", complaint);
    }

    /** A referral to the central unit. */
    static UUID sent() {
        return UUID.fromString(send(lawyer(), consented(), CENTRAL)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    static ValidatableResponse register(UUID referral) {
        return lawyer().header("If-Match", "\"1\"")
                .body(REGISTRATION)
                .post("/referrals/{id}/registration", referral)
                .then();
    }

    static long takenIn(IntakeVoice intake) {
        return count("select coalesce(max(sequence), 0) from event_log.inbox where source = ?", intake.source());
    }

    static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    static long count(String query, Object parameter) {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
