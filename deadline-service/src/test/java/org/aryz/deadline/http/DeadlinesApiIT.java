package org.aryz.deadline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the API answers, to whom, and what it does with bad input. */
@QuarkusTest
class DeadlinesApiIT extends ServiceIT {

    @Test
    void aDeadlineIsShownWithTheWayOnWhichItsDateWasFound() {
        var act = today().minusDays(1);
        var voice = known(new Voice().receives(act, act));

        var answer = lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("complaintId", equalTo(voice.complaint.toString()))
                .body("reference", equalTo("KG-2025-7F3K9Q2M8X"))
                .body("deadlines.rule", hasItems("EV-MED-24H", "EV-MED-14D", "CO-TRIAGE", "KG-LIM-EG"))
                .body("deadlines.findAll { it.kind == 'duty' }.shadow", notNullValue())
                .rootPath("deadlines.find { it.rule == 'KG-LIM-EG' }")
                .body("due", equalTo(act.plusYears(10).toString()))
                .body("lastSafeDay", equalTo(act.plusYears(10).minusDays(1).toString()))
                .body("confidence", equalTo("B"))
                .body("caution", hasItems("not-signed-off"))
                .body("nextAlertAt", notNullValue())
                .body("explanation.step", hasItems("rule", "start", "term", "act-by"));
        assertThat(answer.extract().header("ETag")).matches("\"\\d+\"");
    }

    @Test
    void aComplaintThatIsUnknownOrForeignIsNotThere() {
        var voice = known(new Voice().receives(today(), today()));

        lawyer().get("/complaints/{id}/deadlines", UUID.randomUUID()).then().statusCode(404);
        as("hotline", "partner")
                .get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as("legal-aid", "partner")
                .get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(200);
        as("coalition", "partner")
                .get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(404);
    }

    @Test
    void anIdThatIsNoneIsNotThere() {
        lawyer().get("/complaints/{id}/deadlines", "not-an-id")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        lawyer().get("/rules/{id}", "NO-SUCH-RULE").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void withoutATokenNothingIsTold() {
        given().get("/rules").then().statusCode(401);
        given().auth().oauth2("not-a-token").get("/rules").then().statusCode(401);
        as("coalition", "operator")
                .get("/complaints/{id}/deadlines", UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void rulesAreShownInAllTheirVersionsAndNoneIsSignedOff() {
        as("coalition", "operator")
                .get("/rules")
                .then()
                .statusCode(200)
                .body("rules.id", hasItems("EV-MED-24H", "CO-REFER", "KG-REG-24H", "KG-INV-60D", "KG-LIM-EG"))
                .body("rules.mayExpire", everyItem(is(false)));
        lawyer().get("/rules/KG-REG-24H")
                .then()
                .statusCode(200)
                .body("rules", hasSize(2))
                .body("rules[1].inForceFrom", equalTo("2019-01-01"))
                .body("rules[1].readings[0].period", equalTo("PT24H"));
    }

    @Test
    void healthAndFiguresTellWhetherFiringKeepsUp() {
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItems("Firing of alerts"));
        assertThat(given().get("/q/metrics").asString())
                .contains("aryz_firing_overdue", "aryz_firing_seconds_since_last_round");
    }
}
