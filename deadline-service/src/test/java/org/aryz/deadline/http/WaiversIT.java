package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.aryz.deadline.Contract;
import org.junit.jupiter.api.Test;

/** Terms that named persons give up, over the running service. */
@QuarkusTest
class WaiversIT extends ServiceIT {

    @Test
    void whoGivesATermUpIsNamedOnTheTopicAndTheTermEnds() {
        var voice = known(new Voice().receives(today(), today()));
        waive(voice, "EV-PHOTO-24H", "impossible", "key-" + voice.complaint)
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("reason", equalTo("impossible"));

        status(voice, "EV-PHOTO-24H", "waived");
        var said = PublicRecords.about(voice.complaint, "deadline.waived EV-PHOTO-24H");
        assertThat(said)
                .filteredOn(each -> each.is("deadline.waived", "EV-PHOTO-24H"))
                .singleElement()
                .satisfies(waived -> {
                    assertThat(waived.data().path("reason").asText()).isEqualTo("impossible");
                    assertThat(waived.data().path("actor").asText())
                            .isNotEqualTo("deadline-service")
                            .isNotEmpty();
                    assertThat(new Contract("aryz.deadlines", "deadline.waived").errors(waived.data()))
                            .isEmpty();
                });
    }

    @Test
    void theSameRequestIsAnsweredTheSameWay() {
        var voice = known(new Voice().receives(today(), today()));
        var key = "key-" + voice.complaint;
        int version = waive(voice, "EV-PHOTO-24H", "impossible", key)
                .statusCode(201)
                .extract()
                .path("version");

        waive(voice, "EV-PHOTO-24H", "impossible", key)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("version", equalTo(version));
        waive(voice, "EV-PHOTO-24H", "not-applicable", key).statusCode(422);
        waive(voice, "EV-PHOTO-24H", "impossible", key + "-2")
                .statusCode(409)
                .body("type", endsWith("deadline-not-running"));
    }

    @Test
    void onlyForAReasonOfTheRuleAndNeverALimitation() {
        var voice = known(new Voice().receives(today(), today()));

        waive(voice, "CO-TRIAGE", "too-much-work", UUID.randomUUID().toString())
                .statusCode(422)
                .body("type", endsWith("reason-not-allowed"))
                .body("errors[0].pointer", equalTo("/reason"));
        waive(voice, "CO-TRIAGE", "Too much work", UUID.randomUUID().toString()).statusCode(422);
        waive(voice, "KG-LIM-EG", "impossible", UUID.randomUUID().toString())
                .statusCode(409)
                .body("type", endsWith("limitation-runs-on"));
    }

    @Test
    void withoutAKeyOrATermThereIsNothingToDo() {
        var voice = known(new Voice().receives(today(), today()));

        lawyer().contentType(ContentType.JSON)
                .body("{\"reason\": \"impossible\"}")
                .post("/complaints/{id}/deadlines/{deadline}/waivers", voice.complaint, id(voice, "CO-TRIAGE"))
                .then()
                .statusCode(400);
        lawyer().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"reason\": \"impossible\"}")
                .post("/complaints/{id}/deadlines/{deadline}/waivers", voice.complaint, UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse waive(Voice voice, String rule, String reason, String key) {
        return lawyer().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"reason\": \"%s\"}".formatted(reason))
                .post("/complaints/{id}/deadlines/{deadline}/waivers", voice.complaint, id(voice, rule))
                .then();
    }

    private static String id(Voice voice, String rule) {
        return lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .extract()
                .path("deadlines.find { it.rule == '%s' }.id".formatted(rule));
    }
}
