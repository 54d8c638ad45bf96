package org.aryz.intake.http;

import static org.aryz.intake.http.Intake.AUDITOR;
import static org.aryz.intake.http.Intake.CASE_WORKER;
import static org.aryz.intake.http.Intake.COORDINATOR;
import static org.aryz.intake.http.Intake.LAWYER;
import static org.aryz.intake.http.Intake.PARTNER;
import static org.aryz.intake.http.Intake.STRANGER;
import static org.aryz.intake.http.Intake.caseWorker;
import static org.aryz.intake.http.Intake.complaint;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.aryz.intake.http.Intake.postOn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ComplaintStepsIT {
    private static final String URGENT = "{\"priority\":\"urgent\",\"team\":\"kg-north\",\"assignee\":\"a-1\"}";
    private static final String WISH =
            "{\"coercionSuspected\":true,\"occurredAt\":\"2026-02-01\",\"note\":\"said so\"}";

    @Test
    void triageRestsOnTheVersionThatWasRead() {
        var at = complaint();

        post(CASE_WORKER, at + "/triage", URGENT).then().statusCode(428);
        postOn(7, CASE_WORKER, newKey(), at + "/triage", URGENT).then().statusCode(412);
        postOn(1, CASE_WORKER, newKey(), at + "/triage", URGENT)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("version", is(3));

        get(CASE_WORKER, at)
                .then()
                .body("status", is("triaged"))
                .body("priority", is("urgent"))
                .body("team", is("kg-north"))
                .body("assignee", is("a-1"));
    }

    @Test
    void aRepeatedTriageIsAnsweredAgainAlthoughItsVersionIsOld() {
        // given
        var at = complaint();
        var key = newKey();
        postOn(1, CASE_WORKER, key, at + "/triage", URGENT).then().statusCode(200);

        // then
        postOn(1, CASE_WORKER, key, at + "/triage", URGENT)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .header("ETag", "\"3\"");
        postOn(3, CASE_WORKER, key, at + "/triage", "{\"priority\":\"high\"}")
                .then()
                .statusCode(422);
        get(CASE_WORKER, at).then().body("version", is(3));
    }

    @Test
    void consentIsKeptPerUseInItsNewestVersion() {
        // given
        var at = complaint();

        // when
        post(PARTNER, at + "/consents", "{\"use\":\"refer\"}")
                .then()
                .statusCode(201)
                .body("version", is(2))
                .body("consentVersion", is(1));
        post(LAWYER, at + "/consents", "{\"use\":\"refer\",\"decision\":\"limited\",\"authorities\":[\"kg-npm\"]}")
                .then()
                .body("consentVersion", is(2));

        // then
        get(PARTNER, at)
                .then()
                .body("consents.use", contains("refer"))
                .body("consents[0].decision", is("limited"))
                .body("consents[0].authorities", contains("kg-npm"))
                .body("consents[0].consentVersion", is(2));
    }

    @Test
    void consentToShareOpensTheComplaintToThatOrganisationUntilItIsWithdrawn() {
        // given
        var at = complaint();
        var npm = TestTokens.of("npm-kg", "lawyer");
        get(npm, at).then().statusCode(404);

        // when
        post(PARTNER, at + "/consents", "{\"use\":\"share\",\"organisations\":[\"npm-kg\"]}")
                .then()
                .statusCode(201);

        // then
        get(npm, at).then().statusCode(200).body("sharedWith", contains("coalition", "npm-kg"));
        get(npm, "/complaints").then().body("complaints.id", hasItem(at.substring("/complaints/".length())));
        get(npm, at + "/history").then().body("events[1].data.organisations", contains("npm-kg"));

        // when
        post(PARTNER, at + "/consents", "{\"use\":\"share\",\"decision\":\"withdrawn\"}")
                .then()
                .statusCode(201);

        // then
        get(npm, at).then().statusCode(404);
        get(npm, "/complaints").then().body("complaints", is(List.of()));
    }

    @Test
    void examsAndThreatsAreToldWithTheirTime() {
        // given
        var at = complaint();

        // when
        post(
                        LAWYER,
                        at + "/medical-exams",
                        """
                        {"step":"recorded","kind":"forensic","occurredAt":"2026-01-16T09:00:00+06:00",
                         "receivedAt":"2026-01-20","note":"bruises"}""")
                .then()
                .statusCode(201);
        post(COORDINATOR, at + "/threats", "{\"source\":\"police\",\"occurredAt\":\"2026-01-17\"}")
                .then()
                .statusCode(201)
                .body("version", is(3));

        // then
        get(AUDITOR, at + "/history")
                .then()
                .body("events.type", contains("complaint.received", "medical-exam.recorded", "threat.reported"))
                .body("events[1].occurredAt", is("2026-01-16T03:00:00Z"))
                .body("events[1].data.receivedAt", is("2026-01-20"))
                .body("events[2].occurredAt", is("2026-01-16T18:00:00Z"));
    }

    @Test
    void aWithdrawalIsReviewedByAnotherPersonBeforeAnythingEnds() {
        // given
        var at = complaint();
        var anna = caseWorker("anna");
        post(anna, at + "/withdrawal-requests", WISH).then().statusCode(201);

        // then
        get(PARTNER, at).then().body("status", is("withdrawal-requested"));
        postOn(2, COORDINATOR, newKey(), at + "/closure", "{\"reason\":\"withdrawn-free-will\"}")
                .then()
                .statusCode(409)
                .body("type", is("urn:aryz:problem:safety-review-open"));
        post(anna, at + "/safety-interviews", "{\"finding\":\"free-will\"}")
                .then()
                .statusCode(409)
                .body("type", is("urn:aryz:problem:reviewer-recorded-request"));

        // when
        post(caseWorker("boris"), at + "/safety-interviews", "{\"finding\":\"free-will\"}")
                .then()
                .statusCode(201)
                .body("version", is(4));

        // then
        get(PARTNER, at).then().body("status", is("received"));
        var key = newKey();
        postOn(4, COORDINATOR, key, at + "/closure", "{\"reason\":\"withdrawn-free-will\"}")
                .then()
                .statusCode(200)
                .body("version", is(5));
        postOn(4, COORDINATOR, key, at + "/closure", "{\"reason\":\"withdrawn-free-will\"}")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        postOn(5, COORDINATOR, newKey(), at + "/closure", "{\"reason\":\"other\"}")
                .then()
                .statusCode(409);
        get(PARTNER, at).then().body("status", is("closed"));
    }

    @Test
    void aForcedWishLeavesTheComplaintOpenAndSaysSo() {
        var at = complaint();
        post(PARTNER, at + "/withdrawal-requests", WISH).then().statusCode(201);
        post(LAWYER, at + "/safety-interviews", "{\"finding\":\"coerced\"}")
                .then()
                .statusCode(201);

        get(AUDITOR, at + "/history")
                .then()
                .body("events.type", hasItem("withdrawal.found-coerced"))
                .body("events[1].data.coercionSuspected", is(true));
        get(AUDITOR, at).then().body("status", is("received"));
    }

    @ParameterizedTest
    @CsvSource({
        "consents, '{\"use\":\"refer\"}'",
        "medical-exams, '{\"step\":\"requested\",\"kind\":\"general\",\"occurredAt\":\"2026-01-16\"}'",
        "threats, '{\"source\":\"police\",\"occurredAt\":\"2026-01-16\"}'",
        "withdrawal-requests, '{\"coercionSuspected\":false}'"
    })
    void aForeignComplaintCannotBeTouched(String step, String body) {
        post(STRANGER, complaint() + "/" + step, body).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consents            | {}                                                          | 422 | /use",
                "medical-exams       | {\"step\":\"guessed\",\"kind\":\"general\"}                | 400 | /step",
                "medical-exams       | {\"step\":\"requested\",\"kind\":\"general\"}              | 422 | /occurredAt",
                "threats             | {\"source\":\"police\",\"occurredAt\":\"2999-01-01\"}      | 422 | /occurredAt",
                "withdrawal-requests | {\"note\":\"n\"}                                           | 422 | /coercionSuspected",
                "withdrawal-requests | {\"coercionSuspected\":true,\"occurredAt\":\"2999-01-01\"} | 422 | /occurredAt",
                "safety-interviews   | {\"finding\":\"fine\"}                                     | 400 | /finding",
                "safety-interviews   | {\"finding\":\"unclear\",\"by\":\"me\"}                    | 400 | /by"
            })
    void aBadStepIsNamedByItsField(String step, String body, int status, String pointer) {
        post(LAWYER, complaint() + "/" + step, body)
                .then()
                .statusCode(status)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void onlyTheRolesOfTheTableMayAct() {
        var at = complaint();

        postOn(1, PARTNER, newKey(), at + "/triage", URGENT).then().statusCode(403);
        postOn(1, CASE_WORKER, newKey(), at + "/closure", "{\"reason\":\"other\"}")
                .then()
                .statusCode(403);
        post(AUDITOR, at + "/threats", "{\"source\":\"police\",\"occurredAt\":\"2026-01-16\"}")
                .then()
                .statusCode(403);
        get(AUDITOR, at).then().body("version", is(1)).body("priority", nullValue());
    }
}
