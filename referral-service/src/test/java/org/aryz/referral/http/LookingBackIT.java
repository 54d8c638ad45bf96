package org.aryz.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A referral as it stood, by what had happened and by what was known: people record days or months later. */
@QuarkusTest
class LookingBackIT extends ServiceIT {
    private static ValidatableResponse look(UUID referral, String occurredUpTo, Instant knownUpTo) {
        return lawyer().get(
                        "/referrals/{id}?occurredUpTo={occurred}&knownUpTo={known}",
                        referral,
                        occurredUpTo,
                        knownUpTo.toString())
                .then();
    }

    /** When the last event of a referral was recorded. */
    private static Instant recorded(UUID referral) throws SQLException {
        try (var connection = connect();
                var select = connection.prepareStatement(
                        "select max(recorded_at) from event_log.event where stream_id = ?")) {
            select.setObject(1, referral);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    @Test
    void eachAxisCutsByItself() throws SQLException {
        // given: sent on the 4th, registered on the 5th, refused on the 14th, all told much later
        var referral = sent();
        var knownSent = recorded(referral);
        var sentOnly =
                lawyer().get("/referrals/{id}", referral).then().extract().<Map<String, Object>>path("$");
        register(referral).statusCode(200);
        var knownRegistered = recorded(referral);
        lawyer().body(REFUSAL)
                .post("/referrals/{id}/decisions", referral)
                .then()
                .statusCode(201);
        var knownAll = recorded(referral);

        // then
        look(referral, "2025-03-14T23:59:59+06:00", knownAll)
                .statusCode(200)
                .header("ETag", nullValue())
                .body("status", equalTo("decided"))
                .body("version", equalTo(3));
        look(referral, "2025-03-13T23:59:59+06:00", knownAll)
                .body("status", equalTo("registered"))
                .body("registrationNumber", equalTo("ERP-77-25"))
                .body("decisions", empty());
        look(referral, "2025-03-14T23:59:59+06:00", knownRegistered)
                .body("status", equalTo("registered"))
                .body("version", equalTo(2));
        look(referral, "2025-03-04T12:40:00+06:00", knownAll)
                .body("status", equalTo("sent"))
                .body("registrationNumber", nullValue());
        look(referral, "2025-03-04T12:39:59+06:00", knownAll).statusCode(404);
        look(referral, "2999-01-01T00:00:00Z", knownSent.minusMillis(1)).statusCode(404);
        var looked = lawyer().get("/referrals/{id}?knownUpTo={known}", referral, knownSent.toString())
                .then()
                .extract()
                .<Map<String, Object>>path("$");
        assertThat(Instant.parse((String) looked.remove("knownUpTo"))).isEqualTo(knownSent);
        assertThat(looked).isEqualTo(sentOnly);
    }

    @Test
    void factsAreCutAlike() {
        var complaint = consented();
        lawyer().body("{\"fact\":\"remedies.exhausted\",\"occurredAt\":\"2025-04-01\"}")
                .post("/complaints/{id}/facts", complaint)
                .then()
                .statusCode(201);

        facts(complaint, "occurredUpTo=2025-04-01T00:00:00%2B06:00").body("facts.fact", contains("remedies.exhausted"));
        facts(complaint, "occurredUpTo=2025-03-31T00:00:00Z").body("facts", empty());
        facts(complaint, "knownUpTo=2025-05-01T00:00:00Z").body("facts", empty());
    }

    private static ValidatableResponse facts(UUID complaint, String query) {
        return lawyer().urlEncodingEnabled(false)
                .get("/complaints/" + complaint + "/facts?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void whoMayNotSeeItNowMayNotLookBackAndATimeThatIsNoneIsNamed() {
        var referral = sent();

        as("stranger", "lawyer")
                .get("/referrals/{id}?knownUpTo=2999-01-01T00:00:00Z", referral)
                .then()
                .statusCode(404);
        lawyer().get("/referrals/{id}?knownUpTo=yesterday", referral)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo("knownUpTo"));
        lawyer().get("/complaints/{id}/facts?occurredUpTo=2025-03-04", consented())
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("occurredUpTo"));
    }
}
