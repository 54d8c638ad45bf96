package org.aryz.intake.http;

import static io.restassured.RestAssured.given;
import static org.aryz.intake.http.Intake.AUDITOR;
import static org.aryz.intake.http.Intake.CASE_WORKER;
import static org.aryz.intake.http.Intake.PARTNER;
import static org.aryz.intake.http.Intake.SMALL;
import static org.aryz.intake.http.Intake.STRANGER;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.aryz.testplatform.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ReceiveComplaintIT {
    private static final String FULL =
            """
            { "channel": "partner-system", "jurisdiction": "KG", "zone": "Asia/Bishkek",
              "allegations": [
                { "kind": "torture", "purpose": "confession", "place": "police-station", "region": "KG-GB",
                  "agency": "criminal-police", "earliest": "2026-01-14T20:00:00+06:00",
                  "latest": "2026-01-14T23:00:00+06:00" },
                { "kind": "death-in-custody", "place": "pre-trial-detention", "region": "KG-C",
                  "agency": "penitentiary-service", "earliest": "2026-01-15" } ],
              "flags": { "minor": false, "inCustody": true, "threatened": false },
              "complainant": { "name": "Complainant Example", "contact": "+000", "relation": "relative" },
              "victim": { "name": "Victim Example", "birthDate": "2009-05-01", "sex": "male",
                          "contact": "none", "languages": ["ky", "ru"] },
              "representative": { "name": "Lawyer Example" },
              "narrative": "What happened.",
              "consents": [ { "use": "refer", "authorities": ["kg-prosecutor-general"] }, { "use": "statistics" } ] }""";

    @Test
    void aComplaintIsTakenAndReadAgainWithAllThatWasTold() {
        // when
        var answer = post(PARTNER, "/complaints", FULL);

        // then
        answer.then()
                .statusCode(201)
                .header("ETag", "\"3\"")
                .header("Location", matchesPattern(".*/complaints/" + answer.path("id")))
                .body("reference", matchesPattern("KG-20[0-9]{2}-[0-9A-HJKMNP-TV-Z]{10}"))
                .body("version", is(3))
                .body("receivedAt", notNullValue());
        get(PARTNER, "/complaints/{id}", answer.<String>path("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("reference", equalTo(answer.path("reference")))
                .body("status", is("received"))
                .body("organisation", is("legal-aid"))
                .body("sharedWith", contains("coalition"))
                .body("jurisdiction", is("KG"))
                .body("zone", is("Asia/Bishkek"))
                .body("channel", is("partner-system"))
                .body("allegations.kind", contains("torture", "death-in-custody"))
                .body("allegations[0].earliest", is("2026-01-14T20:00:00+06:00"))
                .body("allegations[0].precision", is("hour"))
                .body("allegations[1].latest", is("2026-01-15"))
                .body("allegations[1].precision", is("day"))
                .body("consents.use", contains("refer", "statistics"))
                .body("consents.consentVersion", contains(1, 2))
                .body("complainant.name", is("Complainant Example"))
                .body("complainant.relation", is("relative"))
                .body("victim.birthDate", is("2009-05-01"))
                .body("victim.languages", contains("ky", "ru"))
                .body("representative.name", is("Lawyer Example"))
                .body("narrative", is("What happened."));
    }

    @Test
    void flagsFollowFromAllegationsAndBirthDate() {
        var id = post(PARTNER, "/complaints", FULL).path("id");

        get(CASE_WORKER, "/complaints/{id}", id)
                .then()
                .body("flags.minor", is(true))
                .body("flags.inCustody", is(true))
                .body("flags.death", is(true))
                .body("flags.sexualViolence", is(false));
    }

    @Test
    void anAnonymousComplaintIsValid() {
        var id = post(PARTNER, "/complaints", SMALL)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        get(PARTNER, "/complaints/{id}", id)
                .then()
                .statusCode(200)
                .body("zone", is("Asia/Bishkek"))
                .body("consents", is(empty()))
                .body("$", not(hasKey("complainant")))
                .body("$", not(hasKey("narrative")));
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSameAndHasNoFurtherEffect() {
        // given
        var key = newKey();
        var first = post(PARTNER, key, "/complaints", FULL);

        // when
        var second = post(PARTNER, key, "/complaints", FULL);

        // then
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", first.header("ETag"))
                .header("Location", first.header("Location"))
                .body("$", equalTo(first.path("$")));
    }

    @Test
    void aKeyIsGoodForOneRequestOnly() {
        var key = newKey();
        post(PARTNER, key, "/complaints", SMALL).then().statusCode(201);

        post(PARTNER, key, "/complaints", FULL)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("urn:aryz:problem:idempotency-key-reused"));
    }

    @Test
    void keysOfTwoOrganisationsNeverMeet() {
        var key = newKey();
        var ours = post(PARTNER, key, "/complaints", SMALL)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        var theirs = post(STRANGER, key, "/complaints", FULL)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(theirs).isNotEqualTo(ours);
    }

    @Test
    void aRequestWithoutKeyIsRefusedNamingTheHeader() {
        given().auth()
                .oauth2(PARTNER)
                .contentType(ContentType.JSON)
                .body(SMALL)
                .post("/complaints")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("Idempotency-Key"));
    }

    @Test
    void aForeignComplaintIsNotFound() {
        var id = post(PARTNER, "/complaints", SMALL).path("id");

        get(STRANGER, "/complaints/{id}", id).then().statusCode(404);
        get(STRANGER, "/complaints/{id}/history", id).then().statusCode(404);
        get(PARTNER, "/complaints/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theAuditorSeesNoPersonalData() {
        var id = post(PARTNER, "/complaints", FULL).path("id");

        get(AUDITOR, "/complaints/{id}", id)
                .then()
                .statusCode(200)
                .body("status", is("received"))
                .body("$", not(hasKey("victim")))
                .body("$", not(hasKey("complainant")))
                .body("$", not(hasKey("narrative")));
    }

    @Test
    void theHistoryTellsWhatHappenedWithoutPersonalData() {
        var id = post(PARTNER, "/complaints", FULL).path("id");

        var history = get(AUDITOR, "/complaints/{id}/history", id);

        history.then()
                .statusCode(200)
                .body("events.version", contains(1, 2, 3))
                .body("events.type", contains("complaint.received", "consent.given", "consent.given"))
                .body("events.data.use", containsInAnyOrder(null, "refer", "statistics"))
                .body("events[0].data.flags.death", is(true))
                .body("events.organisation", contains("legal-aid", "legal-aid", "legal-aid"));
        assertThat(history.asString()).doesNotContain("Example", "2009-05-01");
    }

    @Test
    void whoHasNoRoleForItIsRefused() {
        post(AUDITOR, "/complaints", SMALL).then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body(SMALL)
                .post("/complaints")
                .then()
                .statusCode(401);
    }
}
