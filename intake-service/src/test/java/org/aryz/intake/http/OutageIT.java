package org.aryz.intake.http;

import static io.restassured.RestAssured.given;
import static org.aryz.intake.http.Intake.CASE_WORKER;
import static org.aryz.intake.http.Intake.PARTNER;
import static org.aryz.intake.http.Intake.complaint;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.aryz.intake.http.Intake.postOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestPostgres;
import org.junit.jupiter.api.Test;

/** What people and systems are told while PostgreSQL is away, and that nothing is lost, halved or doubled by it. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OutageIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String SEALED =
            """
            {"channel":"phone","jurisdiction":"KG","allegations":[{"kind":"torture","place":"police-station",
             "region":"KG-GB","agency":"criminal-police","earliest":"2026-01-15"}],
             "victim":{"name":"Victim Example"},"narrative":"What happened."}""";

    @Inject
    Pool pool;

    @Test
    void whileTheDatabaseIsAwayEveryRequestIsToBeTriedAgainAndTheServiceIsNotReady() {
        var at = complaint();
        TestPostgres.shared().stop();
        try {
            assertUnavailable(post(PARTNER, "/complaints", SEALED));
            assertUnavailable(post(PARTNER, at + "/threats", "{\"source\":\"police\",\"occurredAt\":\"2026-01-17\"}"));
            assertUnavailable(postOn(1, CASE_WORKER, newKey(), at + "/triage", "{\"priority\":\"urgent\"}"));
            assertUnavailable(get(PARTNER, at));
            assertUnavailable(get(PARTNER, at + "/history"));
            assertUnavailable(get(PARTNER, "/complaints"));
            given().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.name", hasItem("PostgreSQL"))
                    .body("checks.find { it.name == 'PostgreSQL' }.data.next", matchesPattern("Start PostgreSQL.*"));
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            TestPostgres.shared().start();
        }
        Patience.until(
                "ready again without a restart",
                LONG_ENOUGH,
                () -> given().get("/q/health/ready").statusCode() == 200);
        get(PARTNER, at).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void whatWasRefusedLeftNothingBehindAndTheSameRequestLaterIsOneWholeComplaint() {
        var key = newKey();
        complaint();
        var before = rows();
        TestPostgres.shared().stop();
        try {
            for (int again = 0; again < 3; again++) {
                assertUnavailable(post(PARTNER, key, "/complaints", SEALED));
            }
        } finally {
            TestPostgres.shared().start();
        }
        Patience.until(
                "the database answers the service",
                LONG_ENOUGH,
                () -> get(PARTNER, "/complaints").statusCode() == 200);
        assertThat(rows()).isEqualTo(before);

        var taken = post(PARTNER, key, "/complaints", SEALED);
        taken.then().statusCode(201);
        get(PARTNER, "/complaints/{id}", taken.<String>path("id"))
                .then()
                .statusCode(200)
                .body("victim.name", is("Victim Example"))
                .body("narrative", is("What happened."));
        post(PARTNER, key, "/complaints", SEALED)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", is(taken.<String>path("id")));
        assertThat(rows().getFirst()).isEqualTo(before.getFirst() + 1);
    }

    private static void assertUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("type", is("urn:aryz:problem:unavailable"))
                .body("status", is(503));
    }

    /** How many rows there are of all that a complaint leaves, complaints first. */
    private List<Long> rows() {
        return Stream.of("intake.overview", "event_log.event", "event_log.idempotency_key", "sealing.unit_key")
                .map(table -> pool.query("select count(*) from " + table)
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getLong(0))
                .toList();
    }
}
