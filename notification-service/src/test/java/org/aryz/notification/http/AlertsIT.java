package org.aryz.notification.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;

/** One alert over HTTP, and taking note of it. */
@QuarkusTest
class AlertsIT extends AlertsApi {
    @Test
    void anAlertShowsWhoWasToldAndHow() {
        var alert = raise();
        Patience.until("handed over", SOON, () -> get(alert)
                .path("deliveries[0].state")
                .equals("handed-over"));
        get(alert)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("id", equalTo(alert.alert().toString()))
                .body("complaintId", equalTo(alert.complaint().toString()))
                .body("reference", equalTo("KG-2025-7F3K9Q2M8X"))
                .body("rule", equalTo("KG-INV-60D"))
                .body("rung", equalTo("-P14D"))
                .body("severity", equalTo("urgent"))
                .body("state", equalTo("open"))
                .body("raisedAt", equalTo("2025-07-01T18:00:00Z"))
                .body("deliveries[0].recipient", equalTo("r-en"))
                .body("deliveries[0].channel", equalTo("e-mail"))
                .body("deliveries[0].attempts", equalTo(1));
    }

    @Test
    void anAcknowledgementIsSeenAtOnceAndKeepsTheFirstPerson() {
        var alert = raise();
        var lawyer = acknowledge(alert, UUID.randomUUID().toString());
        lawyer.then().statusCode(200).body("state", equalTo("acknowledged"));
        get(alert).then().body("state", equalTo("acknowledged"));
        var again = given().auth()
                .oauth2(TestTokens.of("coalition", "coordinator"))
                .noContentType()
                .header("Idempotency-Key", "second")
                .post("/alerts/" + alert.alert() + "/acknowledgement");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(lawyer.asString());
    }

    @Test
    void theSameRequestAgainIsAnsweredAgainAndAKeyServesOneAlert() {
        var alert = raise();
        var other = raise();
        var key = UUID.randomUUID().toString();
        var first = acknowledge(alert, key);
        var again = acknowledge(alert, key);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        acknowledge(other, key).then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void aWithdrawnAlertIsNoLongerOpen() {
        var alert = raise();
        deadlines.withdraw(alert);
        Patience.until("withdrawn", SOON, () -> get(alert).path("state").equals("withdrawn"));
    }

    @Test
    void aForeignAlertIsNotThere() {
        var alert = raise();
        var foreign = given().auth().oauth2(TestTokens.of("hotline", "lawyer"));
        foreign.get("/alerts/" + alert.alert()).then().statusCode(404);
        given().auth()
                .oauth2(TestTokens.of("hotline", "lawyer"))
                .noContentType()
                .header("Idempotency-Key", "f")
                .post("/alerts/" + alert.alert() + "/acknowledgement")
                .then()
                .statusCode(404);
        assertThat(given().auth()
                        .oauth2(TestTokens.of("hotline", "lawyer"))
                        .get("/alerts?complaint=" + alert.complaint())
                        .<List<Object>>path("alerts"))
                .isEmpty();
    }

    @Test
    void badInputIsNamed() {
        var alert = raise();
        var path = "/alerts/" + alert.alert() + "/acknowledgement";
        lawyer().noContentType().post(path).then().statusCode(400).body("errors.parameter", hasItem("Idempotency-Key"));
        withKey()
                .contentType("application/json")
                .body("{\"by\":\"me\"}")
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/by"));
        withKey().contentType("application/json").body("{").post(path).then().statusCode(400);
        withKey().contentType("application/json").body("[]").post(path).then().statusCode(400);
        withKey()
                .contentType("application/json")
                .body(new byte[] {'"', (byte) 0xff, '"'})
                .post(path)
                .then()
                .statusCode(400);
        withKey().contentType("text/plain").body("{}").post(path).then().statusCode(415);
        withKey()
                .contentType("application/json")
                .body(" ".repeat(300_000))
                .post(path)
                .then()
                .statusCode(413);
        lawyer().get("/alerts?state=lost").then().statusCode(400).body("errors.parameter", hasItem("state"));
        lawyer().get("/alerts?complaint=7").then().statusCode(400).body("errors.parameter", hasItem("complaint"));
        lawyer().get("/alerts?limit=0").then().statusCode(400).body("errors.parameter", hasItem("limit"));
        lawyer().get("/alerts?after=x").then().statusCode(400).body("errors.parameter", hasItem("after"));
        lawyer().get("/alerts/" + UUID.randomUUID()).then().statusCode(404);
        lawyer().get("/alerts/7").then().statusCode(404);
        get(alert).then().body("state", equalTo("open"));
    }

    @Test
    void anEmptyObjectIsAsGoodAsNoBody() {
        var alert = raise();
        withKey()
                .contentType("application/json")
                .body("{}")
                .post("/alerts/" + alert.alert() + "/acknowledgement")
                .then()
                .statusCode(200);
    }
}
