package org.aryz.referral.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.proceedings.Proceedings;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input is answered by a problem that names the field, and nothing is stored. */
@QuarkusTest
class RefusedInputIT extends ServiceIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "authority": "kg-nobody", "channel": "post", "sentAt": "2025-03-04T12:40:00Z"                    | 400 | /authority
                    "authority": 7, "channel": "post", "sentAt": "2025-03-04T12:40:00Z"                              | 400 | /authority
                    "authority": "kg-npm", "channel": "pigeon", "sentAt": "2025-03-04T12:40:00Z"                     | 400 | /channel
                    "authority": "kg-npm", "channel": 0, "sentAt": "2025-03-04T12:40:00Z"                            | 400 | /channel
                    "authority": "kg-npm", "channel": "post", "sentAt": "2025-03-04"                                 | 400 | /sentAt
                    "authority": "kg-npm", "channel": "post", "sentAt": "2025-02-30T12:40:00Z"                       | 400 | /sentAt
                    "authority": "kg-npm", "channel": "post", "sentAt": "2099-03-04T12:40:00Z"                       | 422 | /sentAt
                    "authority": "kg-npm", "channel": "post", "sentAt": "2025-03-04T12:40:00Z", "note": "x"          | 400 | /note
                    "authority": "kg-npm", "channel": "post", "sentAt": "2025-03-04T12:40:00Z", "override": {"reason": "boredom"} | 400 | /override/reason
                    "authority": "kg-npm", "channel": "post", "sentAt": "2025-03-04T12:40:00Z", "override": {}       | 422 | /override/reason
                    "authority": " ", "channel": "post", "sentAt": "2025-03-04T12:40:00Z"                            | 422 | /authority
                    "authority": "kg-npm", "channel": "post"                                                         | 422 | /sentAt
                    "authority": "kg-npm", "sentAt": "2025-03-04T12:40:00Z"                                          | 422 | /channel
                    """)
    void aSendingThatIsWrongNamesTheField(String fields, int status, String pointer) {
        var complaint = consented();
        send(coordinator(), complaint, "{" + fields + "}")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("errors.pointer", hasItem(pointer));
        assertThat(count("select count(*) from referral.referral_overview where complaint_id = ?", complaint))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "number": "", "registeredAt": "2025-03-05T09:15:00Z"                          | 422 | /number
                    "registeredAt": "2025-03-05T09:15:00Z"                                        | 422 | /number
                    "number": "7", "registeredAt": "2025-03-01T09:15:00Z"                         | 422 | /registeredAt
                    "number": "7", "registeredAt": "2099-03-01T09:15:00Z"                         | 422 | /registeredAt
                    "number": "7", "registeredAt": "2025-03-05T09:15:00Z", "received": "05.03.25" | 400 | /received
                    """)
    void aRegistrationThatIsWrongNamesTheField(String fields, int status, String pointer) {
        lawyer().header("If-Match", "\"1\"")
                .body("{" + fields + "}")
                .post("/referrals/{id}/registration", sent())
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "kind": "pondered", "made": "2025-03-14"                         | 400 | /kind
                    "kind": "refused", "made": "2025-03-14T10:00:00Z"                | 400 | /made
                    "kind": "refused", "made": "2099-03-14"                          | 422 | /made
                    "kind": "refused", "made": "2025-03-14", "received": "2099-01-01" | 422 | /received
                    "kind": "refused", "made": "2025-03-14", "received": "2025-03-13" | 422 | /received
                    "made": "2025-03-14"                                             | 422 | /kind
                    """)
    void aDecisionThatIsWrongNamesTheField(String fields, int status, String pointer) {
        lawyer().body("{" + fields + "}")
                .post("/referrals/{id}/decisions", sent())
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "outcome": "forgotten", "inForceOn": "2025-10-01"                       | 400 | /outcome
                    "outcome": "convicted", "inForceOn": "2099-10-01"                       | 422 | /inForceOn
                    "outcome": "convicted", "inForceOn": "2025-10-01", "suspect": "a name"  | 400 | /suspect
                    "outcome": "convicted"                                                  | 422 | /inForceOn
                    """)
    void aJudgmentThatIsWrongNamesTheField(String fields, int status, String pointer) {
        lawyer().body("{" + fields + "}")
                .post("/complaints/{id}/judgments", consented())
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void todayIsNotTheFutureWhereTheComplaintIs() {
        var today = LocalDate.now(ZoneId.of("Asia/Bishkek"));
        lawyer().body("{\"kind\": \"opened\", \"made\": \"%s\"}".formatted(today))
                .post("/referrals/{id}/decisions", sent())
                .then()
                .statusCode(201);
    }

    @Test
    void whatIsNotJsonIsRefusedWhole() {
        var complaint = consented();
        send(lawyer(), complaint, "not json").then().statusCode(400);
        send(lawyer(), complaint, "[".repeat(2000)).then().statusCode(400);
        send(lawyer(), complaint, "{\"authority\": \"" + "x".repeat(300_000) + "\"}")
                .then()
                .statusCode(413);
        lawyer().body("{\"authority\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1))
                .post("/complaints/{id}/referrals", complaint)
                .then()
                .statusCode(400);
        lawyer().contentType("text/plain")
                .body(CENTRAL)
                .post("/complaints/{id}/referrals", complaint)
                .then()
                .statusCode(415);
    }

    @Test
    void aKeyIsAskedForByItsHeader() {
        given().auth()
                .oauth2(TestTokens.of("coalition", "lawyer"))
                .contentType("application/json")
                .body(CENTRAL)
                .post("/complaints/{id}/referrals", consented())
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("Idempotency-Key"));
    }

    @Test
    void whoIsNotKnownHereGetsNothing() {
        var complaint = consented();
        given().get("/complaints/{id}/referrals", complaint).then().statusCode(401);
        given().auth().oauth2("nonsense").get("/authorities").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of("somebody", "coalition", Duration.ofMinutes(-5), "lawyer"))
                .get("/authorities")
                .then()
                .statusCode(401);
        send(as("legal-aid", "partner"), complaint, CENTRAL).then().statusCode(403);
    }

    @Test
    void foreignAndUnknownObjectsLookTheSame() {
        var referral = sent();
        var stranger = as("hotline", "lawyer", "coordinator", "case-worker");
        send(stranger, consented(), CENTRAL).then().statusCode(404);
        send(lawyer(), UUID.randomUUID(), CENTRAL).then().statusCode(404);
        as("hotline", "partner").get("/referrals/{id}", referral).then().statusCode(404);
        as("coalition", "partner").get("/referrals/{id}", referral).then().statusCode(404);
        lawyer().get("/referrals/{id}", UUID.randomUUID()).then().statusCode(404);
        lawyer().get("/referrals/not-an-id").then().statusCode(404);
        lawyer().body(REFUSAL)
                .post("/referrals/{id}/decisions", UUID.randomUUID())
                .then()
                .statusCode(404);
        lawyer().body("{\"received\": \"2025-05-14\"}")
                .post("/referrals/{id}/decisions/{decision}/receipt", referral, UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void theProceedingsOfAComplaintAreNoReferral() {
        var complaint = consented();
        lawyer().body("{\"outcome\": \"acquitted\", \"inForceOn\": \"2025-10-01\"}")
                .post("/complaints/{id}/judgments", complaint)
                .then()
                .statusCode(201);
        var proceedings = Proceedings.of(new ComplaintId(complaint));
        lawyer().get("/referrals/{id}", proceedings).then().statusCode(404);
        lawyer().body(REFUSAL)
                .post("/referrals/{id}/decisions", proceedings)
                .then()
                .statusCode(404);
    }

    @Test
    void anUnknownJurisdictionNamesItsParameter() {
        lawyer().get("/authorities?jurisdiction=DE")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("jurisdiction"));
    }
}
