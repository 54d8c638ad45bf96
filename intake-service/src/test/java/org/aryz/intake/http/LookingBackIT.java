package org.aryz.intake.http;

import static org.aryz.intake.http.Intake.LAWYER;
import static org.aryz.intake.http.Intake.STRANGER;
import static org.aryz.intake.http.Intake.complaint;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.aryz.testplatform.PlatformResource;
import org.junit.jupiter.api.Test;

/** A complaint as it stood, by what had happened and by what was known. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class LookingBackIT {
    private static final String CUT = "?occurredUpTo={occurred}&knownUpTo={known}";

    private static ValidatableResponse look(String at, Instant occurredUpTo, Instant knownUpTo) {
        return get(LAWYER, at + CUT, occurredUpTo.toString(), knownUpTo.toString())
                .then();
    }

    /** When an event of the complaint happened, or was recorded. */
    private static String time(String at, int version, String which) {
        return get(LAWYER, at + "/history").path("events[%d].%s".formatted(version - 1, which));
    }

    private static void tell(String at, String path, String body) {
        post(LAWYER, at + path, body).then().statusCode(201);
    }

    @Test
    void theStateIsThatOfTheLogAsItWasThen() {
        // given
        var at = complaint();
        var act = get(LAWYER, at).<String>path("allegations[0].id");
        tell(at, "/facts", "{\"fact\":\"video.lost\",\"occurredAt\":\"2026-01-20\"}");
        var then = get(LAWYER, at).then().statusCode(200).extract().<Map<String, Object>>path("$");
        var known = time(at, 2, "recordedAt");

        // when
        tell(
                at,
                "/facts",
                "{\"fact\":\"incident.dated\",\"allegation\":\"" + act + "\",\"occurredAt\":\"2026-01-14\"}");
        tell(at, "/withdrawal-requests", "{\"occurredAt\":\"2026-02-01\",\"coercionSuspected\":true}");

        // then
        var looked = get(LAWYER, at + "?knownUpTo={known}", known)
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .extract()
                .<Map<String, Object>>path("$");
        assertThat(Instant.parse((String) looked.remove("knownUpTo"))).isEqualTo(Instant.parse(known));
        assertThat(looked).isEqualTo(then);
        get(LAWYER, at + "?knownUpTo=2999-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("version", is(4))
                .body("status", is("withdrawal-requested"))
                .body("allegations[0].earliest", is("2026-01-14"));
    }

    @Test
    void whatHappenedLaterIsLeftOutHoweverEarlyItIsKnown() {
        var at = complaint();
        var received = Instant.parse(time(at, 1, "occurredAt"));
        tell(
                at,
                "/withdrawal-requests",
                "{\"occurredAt\":\"%s\",\"coercionSuspected\":false}".formatted(received.plusMillis(1)));
        var happened = Instant.parse(time(at, 2, "occurredAt"));
        var recorded = Instant.parse(time(at, 2, "recordedAt"));
        assertThat(happened).isBefore(recorded);

        look(at, happened, recorded).body("status", is("withdrawal-requested"));
        look(at, happened.minus(1, ChronoUnit.MICROS), recorded)
                .body("status", is("received"))
                .body("version", is(1));
        look(at, happened, recorded.minus(1, ChronoUnit.MICROS)).body("status", is("received"));
    }

    @Test
    void beforeItWasReceivedThereIsNone() {
        var at = complaint();
        var received = Instant.parse(time(at, 1, "recordedAt"));
        var before = received.minusSeconds(60).toString();

        get(LAWYER, at + "?knownUpTo={at}", before).then().statusCode(404);
        get(LAWYER, at + "?occurredUpTo={at}", before).then().statusCode(404);
        get(STRANGER, at + "?knownUpTo={at}", received.toString()).then().statusCode(404);
    }

    @Test
    void aTimeThatIsNoneIsNamed() {
        var at = complaint();
        for (var parameter : new String[] {"occurredUpTo", "knownUpTo"}) {
            get(LAWYER, at + "?" + parameter + "=2026-03-01")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString("time with zone"))
                    .body("errors[0].parameter", is(parameter));
        }
    }
}
