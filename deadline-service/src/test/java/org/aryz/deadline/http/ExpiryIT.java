package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.aryz.deadline.http.PublicRecords.Said;
import org.junit.jupiter.api.Test;

/** With the fictional sign-off of the demonstration a complaint may be out of time. */
@QuarkusTest
@TestProfile(ExpiryIT.Demonstration.class)
class ExpiryIT extends ServiceIT {

    /** The setting of the demonstration. */
    public static class Demonstration implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("aryz.law.demo-sign-offs", "true");
        }
    }

    @Test
    void anActOlderThanTenYearsIsOutOfTime() {
        var act = today().minusYears(10).minusDays(40);
        var voice = new Voice().receives(act, act);

        var said = PublicRecords.about(voice.complaint, "complaint.expired");

        assertThat(said)
                .extracting(Said::toString)
                .contains(
                        "deadline.breached KG-LIM-EG", "limitation.expired KG-LIM-EG", "alert.raised KG-LIM-EG breach");
        lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(200)
                .body("expired", equalTo(true))
                .body("deadlines.find { it.rule == 'KG-LIM-EG' }.mayExpire", equalTo(true))
                .body("deadlines.find { it.rule == 'KG-LIM-EG' }.caution", hasItem("fictional-sign-off"));
    }

    @Test
    void theSignOffIsShownAsFictional() {
        lawyer().get("/rules/KG-LIM-EG")
                .then()
                .statusCode(200)
                .body("rules[0].mayExpire", equalTo(true))
                .body("rules[0].signOff.fictional", equalTo(true));
    }
}
