package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calculator as partners use it: one question or many, and what becomes of bad ones. */
@QuarkusTest
class CalculationsApiIT extends ServiceIT {
    private static final String QUESTION =
            """
            { "start": "2024-06-04", "zone": "Asia/Bishkek",
              "term": { "period": "P10D", "count": "CALENDAR", "firstDay": "NEXT_DAY", "cutOff": null, "roll": "NEXT_WORKING_DAY" },
              "calendar": { "id": "KG", "scope": "state_bodies", "knownOn": "2024-06-01" },
              "suspensions": [ { "from": "2024-06-07", "to": "2024-06-08" } ] }""";
    private static final String PROBLEM = "application/problem+json";

    @Test
    void aTermIsCalculatedWithTheWayOnWhichItsEndWasFound() {
        post(QUESTION)
                .statusCode(200)
                .body("due", equalTo("2024-06-18"))
                .body("dueAt", equalTo("2024-06-18T18:00:00Z"))
                .body("lastSafeDay", equalTo("2024-06-15"))
                .body("actBy", equalTo("2024-06-14"))
                .body("$", not(hasKey("provisional")))
                .body(
                        "steps.step",
                        hasItems("start-day", "term", "stood-still", "rolled-forward", "end-of-day", "act-by"))
                .rootPath("steps.find { it.step == 'rolled-forward' }")
                .body("skipped.day", hasItems("2024-06-15", "2024-06-16", "2024-06-17"))
                .body("skipped.reason", hasItems("weekend", "islamic"))
                .body("skipped.name", hasItem("Eid al-Adha"))
                .body("skipped.source", hasItem("reported"));
    }

    @Test
    void aTermThatStandsStillHasNoDates() {
        post(QUESTION.replace("\"to\": \"2024-06-08\"", "\"to\": null"))
                .statusCode(200)
                .body("$", hasKey("due"))
                .body("due", nullValue())
                .body("dueAt", nullValue())
                .body("lastSafeDay", nullValue())
                .body("actBy", nullValue())
                .body("steps.step", hasItem("stands-still"));
    }

    @Test
    void pastTheEndOfTheTableTheAnswerIsMarked() {
        post(QUESTION.replace("2024", "2031"))
                .statusCode(200)
                .body("provisional", equalTo(true))
                .body("steps.find { it.step == 'provisional-calendar' }.coveredUntil", equalTo("2028-12-31"));
    }

    @Test
    void anArrayIsAnsweredInOrderAndABadItemGetsAProblemInItsPlace() {
        var bad = QUESTION.replace("P10D", "P1M2D");
        var answer = post("["
                        + String.join(
                                ",", QUESTION, "5", QUESTION.replace("P10D", "P11D"), bad, "{\"unknown\":1}", "null")
                        + "," + QUESTION.replace("\"P10D\"", "10") + "]")
                .statusCode(200)
                .body("$", hasSize(7))
                .body("[0].due", equalTo("2024-06-18"))
                .body("[1].status", equalTo(400))
                .body("[1].errors[0].pointer", equalTo("/1"))
                .body("[2].lastSafeDay", equalTo("2024-06-16"))
                .body("[3].type", equalTo("urn:aryz:problem:invalid"))
                .body("[3].status", equalTo(422))
                .body("[3].errors[0].pointer", equalTo("/3/term/period"))
                .body("[4].status", equalTo(400))
                .body("[4].errors[0].pointer", equalTo("/4/unknown"))
                .body("[5].errors[0].pointer", equalTo("/5"))
                .body("[6].status", equalTo(400))
                .body("[6].errors[0].pointer", equalTo("/6/term/period"));
        answer.contentType("application/json");
        post("[]").statusCode(200).body("$", empty());
    }

    @Test
    void aBadQuestionAloneIsAProblem() {
        post(QUESTION.replace("P10D", "P1M2D"))
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors[0].pointer", equalTo("/term/period"));
        post(QUESTION.replace("\"zone\"", "\"zome\""))
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors[0].pointer", equalTo("/zome"));
        post(QUESTION.replace("\"2024-06-04\"", "20240604"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/start"));
        post(QUESTION.replace(
                        "\"id\": \"KG\", \"scope\": \"state_bodies\", \"knownOn\": \"2024-06-01\"",
                        """
                        "weekend": ["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"]"""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/calendar"))
                .body("errors[0].code", equalTo("no-working-day"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "null",
                "\"P10D\"",
                "[{]",
                "[{}",
                "{\"zone\":\"UTC\",\"zone\":\"UTC\"}",
                "[] []",
                "{} {}",
                "5 5"
            })
    void whatIsNoQuestionIsRefusedAsAWhole(String body) {
        post(body).statusCode(400).contentType(PROBLEM);
    }

    @Test
    void tenThousandAreAnsweredAndOneMoreIsNot() {
        var most = post(array(Questions.MOST)).statusCode(200).body("$", hasSize(Questions.MOST));
        most.body("[9999].due", equalTo("2024-06-18"));
        post(array(Questions.MOST + 1)).statusCode(422).body("detail", containsString("10000"));
    }

    /** Well under a second on a quiet machine; the bound leaves room for a busy one. */
    @Test
    void tenThousandAreAnsweredAtOnce() {
        var body = array(Questions.MOST);
        post(body).statusCode(200);
        var fastest = Collections.min(List.of(timed(body), timed(body), timed(body)));

        assertThat(fastest).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void bodiesAreLargeHereAndSmallElsewhere() {
        post(QUESTION + " ".repeat(31 * 1024 * 1024)).statusCode(200);
        post(QUESTION + " ".repeat(32 * 1024 * 1024))
                .statusCode(413)
                .contentType(PROBLEM)
                .body("detail", containsString("32 MB"));
        lawyer().contentType("application/json")
                .body(" ".repeat(300_000))
                .post("/calculations-elsewhere")
                .then()
                .statusCode(413)
                .body("detail", containsString("256 KB"));
    }

    private static Duration timed(String body) {
        var began = System.nanoTime();
        post(body).extract().asByteArray();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String array(int size) {
        return "[" + String.join(",", Collections.nCopies(size, QUESTION)) + "]";
    }

    private static ValidatableResponse post(String body) {
        return as("legal-aid", "partner")
                .contentType("application/json")
                .body(body)
                .post("/calculations")
                .then();
    }
}
