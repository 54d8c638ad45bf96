package org.aryz.notification.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aryz.notification.DeadlineTopic;
import org.aryz.notification.DeadlineTopic.Raised;
import org.aryz.notification.MailServer;
import org.aryz.notification.NotificationResource;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts over HTTP, raised over Kafka. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@QuarkusTestResource(NotificationResource.class)
class AlertsIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private MailServer mail;
    private final DeadlineTopic deadlines = new DeadlineTopic();

    @BeforeEach
    void open() {
        mail = new MailServer(port);
        mail.start();
    }

    @AfterEach
    void close() {
        mail.stop();
    }

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
    void theListFollowsTheLog() {
        var alert = raise();
        var query = "?complaint=" + alert.complaint();
        Patience.until("listed as handed over", SOON, () -> "handed-over"
                .equals(lawyer().get("/alerts" + query).path("alerts[0].deliveries[0].state")));
        assertThat(lawyer().get("/alerts" + query).body().<Object>path("alerts[0]"))
                .isEqualTo(get(alert).body().path("$"));
    }

    @Test
    void thePagesOfTheListHoldEveryAlertOnceNewestFirst() {
        var complaint = UUID.randomUUID();
        var raised = new ArrayList<String>();
        for (int n = 1; n <= 5; n++) {
            var alert = DeadlineTopic.raised("KG", "urgent").with("complaintId", complaint.toString());
            deadlines.send("alert.raised", complaint, n, alert.data());
            raised.addFirst(alert.alert().toString());
        }
        Patience.until(
                "five listed",
                SOON,
                () -> lawyer().get("/alerts?complaint=" + complaint)
                                .<List<Object>>path("alerts")
                                .size()
                        == 5);
        var seen = new ArrayList<String>();
        var next = "/alerts?limit=2&complaint=" + complaint;
        while (next != null) {
            var page = lawyer().get(next);
            seen.addAll(page.path("alerts.id"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).isEqualTo(raised);
    }

    @Test
    void theListFiltersByState() {
        var open = raise();
        var acknowledged = raise();
        acknowledge(acknowledged, UUID.randomUUID().toString()).then().statusCode(200);
        Patience.until("listed as acknowledged", SOON, () -> idsOf("acknowledged")
                .contains(acknowledged.alert().toString()));
        assertThat(idsOf("open"))
                .contains(open.alert().toString())
                .doesNotContain(acknowledged.alert().toString());
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

    private Raised raise() {
        var alert = DeadlineTopic.raised("KG", "urgent");
        deadlines.send(alert);
        Patience.until("the alert is known", SOON, () -> get(alert).statusCode() == 200);
        return alert;
    }

    private static Response get(Raised alert) {
        return lawyer().get("/alerts/" + alert.alert());
    }

    private static Response acknowledge(Raised alert, String key) {
        return lawyer().noContentType()
                .header("Idempotency-Key", key)
                .post("/alerts/" + alert.alert() + "/acknowledgement");
    }

    private static List<String> idsOf(String state) {
        return lawyer().get("/alerts?limit=200&state=" + state).path("alerts.id");
    }

    private static RequestSpecification lawyer() {
        return given().auth().oauth2(TestTokens.of("coalition", "lawyer"));
    }

    private static RequestSpecification withKey() {
        return lawyer().header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
