package org.aryz.deadline.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the deadlines of a complaint stood at an earlier hour, as they were known then. */
@QuarkusTest
class PastDeadlinesIT extends ServiceIT {

    private static ValidatableResponse past(Voice voice, String query) {
        return lawyer().get("/complaints/" + voice.complaint + "/deadlines?" + query)
                .then();
    }

    private static Instant recorded(Voice voice, int version) {
        var at = "select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from event_log.event where stream_id = ? and version = ?";
        return Instant.parse(text(at, voice.complaint, version));
    }

    @Test
    void whatWasDoneLaterWasNotDoneThen() {
        var voice = known(new Voice().receives(today(), today()));
        var before = recorded(voice, 1);
        known(voice.intake(
                "complaint.triaged",
                data -> data.put("occurredAt", Instant.now().toString())));
        status(voice, "CO-TRIAGE", "met");

        past(voice, "asOf=" + before)
                .statusCode(200)
                .header("ETag", nullValue())
                .body("asOf", equalTo(before.toString()))
                .body("knownOn", equalTo(before.toString()))
                .body("deadlines.find { it.rule == 'CO-TRIAGE' }.status", equalTo("open"));
        past(voice, "knownOn=" + before)
                .statusCode(200)
                .body("deadlines.find { it.rule == 'CO-TRIAGE' }.status", equalTo("open"));
        past(voice, "asOf=" + Instant.now())
                .statusCode(200)
                .body("deadlines.find { it.rule == 'CO-TRIAGE' }.status", equalTo("met"));
    }

    @Test
    void beforeAnythingWasKnownThereWasNothing() {
        var voice = known(new Voice().receives(today(), today()));

        past(voice, "asOf=" + recorded(voice, 1).minusMillis(1))
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void theFutureIsNotKnown() {
        var voice = known(new Voice().receives(today(), today()));

        past(voice, "asOf=" + Instant.now().plusSeconds(3600))
                .statusCode(422)
                .body("errors[0].parameter", equalTo("asOf"))
                .body("errors[0].code", equalTo("in-the-future"));
        past(voice, "asOf=" + Instant.now() + "&knownOn=" + Instant.now().plusSeconds(3600))
                .statusCode(422)
                .body("errors[0].parameter", equalTo("knownOn"));
        past(voice, "asOf=yesterday").statusCode(400).body("errors[0].parameter", equalTo("asOf"));
    }

    @Test
    void whoMayNotSeeAComplaintNowMayNotSeeItsPast() {
        var voice = known(new Voice().receives(today(), today()));
        var query = "?asOf=" + recorded(voice, 1);

        as("hotline", "lawyer")
                .get("/complaints/" + voice.complaint + "/deadlines" + query)
                .then()
                .statusCode(404);
        lawyer().get("/complaints/" + UUID.randomUUID() + "/deadlines" + query)
                .then()
                .statusCode(404);
    }
}
