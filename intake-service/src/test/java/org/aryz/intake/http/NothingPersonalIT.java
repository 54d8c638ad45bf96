package org.aryz.intake.http;

import static io.restassured.RestAssured.given;
import static org.aryz.intake.http.Intake.CASE_WORKER;
import static org.aryz.intake.http.Intake.COORDINATOR;
import static org.aryz.intake.http.Intake.LAWYER;
import static org.aryz.intake.http.Intake.PARTNER;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.aryz.intake.http.Intake.postOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.aryz.testplatform.Canary;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestPostgres;
import org.junit.jupiter.api.Test;

/** Plants a canary in every personal field and looks for it wherever it must not be. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class NothingPersonalIT {
    private static final String CANARY = "Kanarek";
    private static final String BORN = "1987-06-05";

    private static final String COMPLAINT =
            """
            { "channel": "detention-visit", "jurisdiction": "KG",
              "allegations": [ { "kind": "torture", "place": "police-station", "region": "KG-GB",
                                 "agency": "criminal-police", "earliest": "2026-01-15" } ],
              "complainant": { "name": "Kanarek Complainant", "contact": "Kanarek street", "relation": "relative" },
              "victim": { "name": "Kanarek Victim", "birthDate": "1987-06-05", "sex": "female",
                          "contact": "Kanarek cell", "languages": ["ky"] },
              "representative": { "name": "Kanarek Lawyer", "contact": "Kanarek office" },
              "narrative": "Kanarek was there.",
              "consents": [ { "use": "refer" } ] }""";

    private static final String EVERYBODY = "[\"complainant\",\"victim\",\"representative\"]";
    private static final String ERASURE = "{\"of\":" + EVERYBODY
            + ",\"askedBy\":\"person\",\"reason\":\"consent-withdrawn\",\"note\":\"Kanarek asked\"}";

    private static final String PLANTED_IN_THE_OPEN =
            """
            insert into event_log.idempotency_key (scope, key, request_hash, answer)
            values ('planted-in-the-open', gen_random_uuid()::text, '', '{}')""";

    @Inject
    Pool pool;

    @Test
    void noTableTopicLogOrMetricHoldsAPersonalWord() {
        try (var log = new CapturedLog()) {
            // given
            var at = everythingThatCanBeTold();
            badRequests(at);

            // when
            var published = Topic.recordsOf(at.substring("/complaints/".length()), 14);

            // then
            assertThat(get(LAWYER, at).asString()).contains("Kanarek Victim", BORN, "Kanarek was there.");
            assertThat(get(LAWYER, at + "/history").asString()).doesNotContain(CANARY, BORN);
            assertThat(get(LAWYER, "/complaints").asString()).doesNotContain(CANARY, BORN);
            assertThat(published).allSatisfy(event -> assertThat(event.value() + Topic.headers(event))
                    .doesNotContain(CANARY, BORN));
            assertThat(given().get("/q/metrics").asString()).doesNotContain(CANARY, BORN);
            assertThat(log.text()).doesNotContain(CANARY, BORN);
            assertThat(tables()).isNotEmpty().allSatisfy(this::assertHoldsNothingPersonal);
            assertTheDisksHoldNothingPersonal();
        }
    }

    @Test
    void afterTheErasureNothingTellsItAnyMore() {
        try (var log = new CapturedLog()) {
            // given
            var at = everythingThatCanBeTold();
            var key = newKey();
            assertThat(get(COORDINATOR, at + "/personal-data?of=victim").asString())
                    .contains("Kanarek Victim", "Kanarek was there.", "Kanarek note", "Kanarek closed");

            // when
            post(COORDINATOR, at + "/redactions", "{\"of\":" + EVERYBODY + "}")
                    .then()
                    .statusCode(201);
            post(COORDINATOR, key, at + "/erasures", ERASURE).then().statusCode(201);

            // then
            for (var path : List.of("", "/history", "/readings", "/personal-data?of=victim")) {
                assertThat(get(COORDINATOR, at + path).asString()).as(path).doesNotContain(CANARY, BORN);
            }
            get(LAWYER, at)
                    .then()
                    .body("victim.erased", equalTo(true))
                    .body("complainant.erased", equalTo(true))
                    .body("representative.erased", equalTo(true))
                    .body("narrative.erased", equalTo(true));
            assertThat(Topic.recordsOf(at.substring("/complaints/".length()), 16))
                    .allSatisfy(event -> assertThat(event.value()).doesNotContain(CANARY, BORN));
            assertThat(log.text()).doesNotContain(CANARY, BORN);
            assertThat(tables()).isNotEmpty().allSatisfy(this::assertHoldsNothingPersonal);
            assertTheDisksHoldNothingPersonal();
        }
    }

    /** Tables, indexes, dead rows and the write-ahead log, of this database and of all others of the server. */
    private void assertTheDisksHoldNothingPersonal() {
        pool.query(PLANTED_IN_THE_OPEN).executeAndAwait();
        TestPostgres.shared().checkpoint();
        TestPostgres.shared().dataDirectory().ifPresent(data -> {
            assertThat(new Canary("planted-in-the-open").filesIn(data))
                    .as("the scan sees")
                    .isNotEmpty();
            assertThat(new Canary(CANARY).filesIn(data)).isEmpty();
        });
    }

    private static String everythingThatCanBeTold() {
        var at = "/complaints/" + post(PARTNER, "/complaints", COMPLAINT).path("id");
        tell(
                LAWYER,
                at + "/medical-exams",
                "\"step\":\"requested\",\"kind\":\"general\",\"occurredAt\":\"2026-01-16\"");
        tell(LAWYER, at + "/facts", "\"fact\":\"photographs.stored\",\"occurredAt\":\"2026-01-16\"");
        tell(LAWYER, at + "/threats", "\"source\":\"police\",\"occurredAt\":\"2026-01-16\"");
        tell(PARTNER, at + "/withdrawal-requests", "\"coercionSuspected\":true");
        tell(LAWYER, at + "/safety-interviews", "\"finding\":\"unclear\"");
        tell(LAWYER, at + "/safety-interviews", "\"finding\":\"coerced\"");
        post(LAWYER, at + "/consents", "{\"use\":\"statistics\"}").then().statusCode(201);
        postOn(10, CASE_WORKER, newKey(), at + "/triage", "{\"priority\":\"high\"}")
                .then()
                .statusCode(200);
        post(COORDINATOR, at + "/legal-holds", "{\"reason\":\"court-proceedings\",\"note\":\"Kanarek held\"}")
                .then()
                .statusCode(201);
        post(COORDINATOR, at + "/legal-hold-releases", "{\"note\":\"Kanarek lifted\"}")
                .then()
                .statusCode(201);
        postOn(13, COORDINATOR, newKey(), at + "/closure", "{\"reason\":\"other\",\"note\":\"Kanarek closed\"}")
                .then()
                .statusCode(200);
        return at;
    }

    private static void tell(String token, String at, String fields) {
        post(token, at, "{" + fields + ",\"note\":\"Kanarek note\"}").then().statusCode(201);
    }

    private static void badRequests(String at) {
        var bodies = List.of(
                COMPLAINT.replace("\"relative\"", "\"Kanarek\""),
                COMPLAINT.replace(BORN, "2987-06-05 Kanarek"),
                COMPLAINT.replace("KG-GB", "Kanarek"),
                COMPLAINT.replace("\"narrative\": \"", "\"narrative\": \"" + CANARY.repeat(3_000)),
                COMPLAINT + CANARY);
        for (var body : bodies) {
            var answer = post(PARTNER, "/complaints", body);
            assertThat(answer.statusCode()).isBetween(400, 422);
            assertThat(answer.asString()).doesNotContain(CANARY);
        }
        post(PARTNER, at + "/consents", "{\"use\":\"share\",\"organisations\":[\"Kanarek\"]}")
                .then()
                .statusCode(422);
    }

    private List<String> tables() {
        return texts(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema')""");
    }

    private void assertHoldsNothingPersonal(String table) {
        assertThat(texts("select t::text from " + table + " t")).as(table).allSatisfy(row -> assertThat(row)
                .doesNotContain(CANARY, BORN));
    }

    private List<String> texts(String sql) {
        return StreamSupport.stream(pool.query(sql).executeAndAwait().spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }
}
