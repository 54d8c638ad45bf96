package org.aryz.intake.http;

import static org.aryz.intake.http.Intake.ADMINISTRATOR;
import static org.aryz.intake.http.Intake.AUDITOR;
import static org.aryz.intake.http.Intake.CASE_WORKER;
import static org.aryz.intake.http.Intake.COORDINATOR;
import static org.aryz.intake.http.Intake.LAWYER;
import static org.aryz.intake.http.Intake.PARTNER;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.aryz.intake.http.Intake.postOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.aryz.testplatform.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ErasureIT {
    private static final String TOLD =
            """
            { "channel": "phone", "jurisdiction": "KG",
              "allegations": [ { "kind": "torture", "place": "police-station", "region": "KG-GB",
                                 "agency": "criminal-police", "earliest": "2026-01-15" } ],
              "complainant": { "name": "Aigul", "relation": "relative" },
              "victim": { "name": "Bakyt", "contact": "a cell" },
              "narrative": "Bakyt was beaten, Aigul saw it." }""";
    private static final String ERASE_VICTIM =
            "{\"of\":[\"victim\"],\"askedBy\":\"person\",\"reason\":\"consent-withdrawn\"}";
    private static final String OVERRIDDEN = ERASE_VICTIM.replace("}", ",\"override\":\"person-at-risk\"}");
    private static final String REDACTION =
            "{\"of\":[\"victim\"],\"narrative\":\"Somebody was beaten, Aigul saw it.\"}";

    @Inject
    Pool pool;

    private static String told() {
        return "/complaints/" + post(PARTNER, "/complaints", TOLD).path("id");
    }

    private static void done(String token, String at, String body) {
        post(token, at, body).then().statusCode(201);
    }

    private static void refused(String code, String token, String at, String body) {
        post(token, at, body).then().statusCode(409).body("type", equalTo("urn:aryz:problem:" + code));
    }

    private long keysOf(String at) {
        return pool.query("select count(*) from sealing.unit_key k where exists (select from event_log.event e"
                        + " where e.stream_id = '" + at.substring("/complaints/".length())
                        + "' and e.sealed like '%' || k.unit_id || '%')")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void aPersonIsErasedAndEverythingElseStays() {
        // given
        var at = told();
        assertThat(keysOf(at)).isEqualTo(3);

        // when
        refused("redaction-required", COORDINATOR, at + "/erasures", OVERRIDDEN);
        done(CASE_WORKER, at + "/redactions", REDACTION);
        refused("duties-open", COORDINATOR, at + "/erasures", ERASE_VICTIM);
        done(COORDINATOR, at + "/erasures", OVERRIDDEN);

        // then
        get(LAWYER, at)
                .then()
                .statusCode(200)
                .body("victim.erased", equalTo(true))
                .body("complainant.name", equalTo("Aigul"))
                .body("narrative", equalTo("Somebody was beaten, Aigul saw it."));
        get(LAWYER, at + "/personal-data?of=victim")
                .then()
                .statusCode(200)
                .body("person.erased", equalTo(true))
                .body("texts", hasSize(0));
        assertThat(keysOf(at)).isEqualTo(2);
    }

    @Test
    void anErasureIsDoneOnceAndTheSameRequestIsAnsweredAgain() {
        var at = told();
        done(LAWYER, at + "/redactions", REDACTION);
        var key = newKey();

        var first = post(COORDINATOR, key, at + "/erasures", OVERRIDDEN);
        var again = post(COORDINATOR, key, at + "/erasures", OVERRIDDEN);

        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        refused("nothing-held", COORDINATOR, at + "/erasures", OVERRIDDEN);
    }

    @Test
    void otherServicesHearWhatKindsOfUnitsAreGoneAndNothingElse() {
        var at = told();
        done(LAWYER, at + "/redactions", REDACTION);
        done(COORDINATOR, at + "/erasures", OVERRIDDEN);

        var erased = Topic.recordsOf(at.substring("/complaints/".length()), 3).getLast();

        assertThat(Topic.headers(erased)).containsEntry("ce_type", "personal-data.erased");
        assertThat(erased.value())
                .contains("\"unitKinds\":[\"person\",\"narrative\"]")
                .doesNotContain("victim", "askedBy", "person-at-risk", "units\"");
    }

    @Test
    void aLegalHoldRefusesUntilItIsLifted() {
        var at = told();
        done(LAWYER, at + "/redactions", REDACTION);
        done(COORDINATOR, at + "/legal-holds", "{\"reason\":\"court-proceedings\"}");

        refused("legal-hold", COORDINATOR, at + "/erasures", OVERRIDDEN);

        assertThat(keysOf(at)).isEqualTo(4);
        done(COORDINATOR, at + "/legal-hold-releases", "{}");
        done(COORDINATOR, at + "/erasures", OVERRIDDEN);
    }

    @Test
    void anAdministratorErasesOfClosedComplaintsAndOverridesNothing() {
        var at = told();
        done(LAWYER, at + "/redactions", REDACTION);

        post(ADMINISTRATOR, at + "/erasures", OVERRIDDEN).then().statusCode(403);
        refused("duties-open", ADMINISTRATOR, at + "/erasures", ERASE_VICTIM);
        postOn(2, COORDINATOR, newKey(), at + "/closure", "{\"reason\":\"other\"}")
                .then()
                .statusCode(200);

        done(ADMINISTRATOR, at + "/erasures", ERASE_VICTIM);
    }

    @Test
    void aCopyForAPersonHoldsTheRecordAndEveryTextThatMaySpeakOfThem() {
        var at = told();
        done(LAWYER, at + "/threats", "{\"source\":\"police\",\"occurredAt\":\"2026-01-17\",\"note\":\"They rang.\"}");
        done(LAWYER, at + "/redactions", REDACTION);

        get(COORDINATOR, at + "/personal-data?of=complainant")
                .then()
                .statusCode(200)
                .body("person.name", equalTo("Aigul"))
                .body(
                        "texts.text",
                        contains("Bakyt was beaten, Aigul saw it.", "They rang.", "Somebody was beaten, Aigul saw it."))
                .body("texts.event", hasItem("threat.reported"));
        get(COORDINATOR, at + "/personal-data?of=victim").then().body("texts.text", hasSize(2));
        get(COORDINATOR, at + "/personal-data?of=neighbour").then().statusCode(400);
        get(COORDINATOR, at + "/personal-data").then().statusCode(400);
    }

    @Test
    void whoReadPersonalDataIsOnRecordAndNotPublished() {
        var at = told();
        get(LAWYER, at).then().statusCode(200);
        get(COORDINATOR, at + "/personal-data?of=victim").then().statusCode(200);
        get(AUDITOR, at).then().statusCode(200);

        get(AUDITOR, at + "/readings")
                .then()
                .statusCode(200)
                .body("readings.operation", contains("getComplaint", "exportPersonalData"))
                .body("readings.organisation", hasItems("coalition"));
        done(LAWYER, at + "/consents", "{\"use\":\"refer\"}");
        assertThat(Topic.recordsOf(at.substring("/complaints/".length()), 2))
                .extracting(event -> Topic.headers(event).get("ce_type"))
                .containsExactly("complaint.received", "consent.given");
    }

    @Test
    void whatIsMissingIsNamed() {
        post(COORDINATOR, told() + "/erasures", "{\"of\":[]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/of", "/askedBy", "/reason"));
    }
}
