package org.aryz.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same request twice is one effect, and a change rests on what was read. */
@QuarkusTest
class RepeatedRequestsIT extends ServiceIT {

    @Test
    void theSameRequestIsAnsweredAgainWithoutASecondEffect() {
        var intake = known(new IntakeVoice().receivesConsented());
        var key = UUID.randomUUID().toString();
        var first = send(lawyer().header("Idempotency-Key", key), intake.complaint, CENTRAL);
        // What allowed it then need not hold any more.
        known(intake.consents("consent.withdrawn", "refer", 2));
        var again = send(lawyer().header("Idempotency-Key", key), intake.complaint, CENTRAL);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(referralsOf(intake.complaint)).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        var complaint = consented();
        var key = UUID.randomUUID().toString();
        send(lawyer().header("Idempotency-Key", key), complaint, CENTRAL).then().statusCode(201);
        send(lawyer().header("Idempotency-Key", key), complaint, CENTRAL.replace("courier", "post"))
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("Idempotency-Key"));
        assertThat(referralsOf(complaint)).isEqualTo(1);
    }

    @Test
    void aRegistrationRestsOnTheVersionThatWasRead() {
        var referral = sent();
        lawyer().body(REGISTRATION)
                .post("/referrals/{id}/registration", referral)
                .then()
                .statusCode(428);
        lawyer().header("If-Match", "\"7\"")
                .body(REGISTRATION)
                .post("/referrals/{id}/registration", referral)
                .then()
                .statusCode(412);
        var key = UUID.randomUUID().toString();
        for (var replayed : new String[] {null, "true"}) {
            lawyer().header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .body(REGISTRATION)
                    .post("/referrals/{id}/registration", referral)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .header("Idempotency-Replayed", equalTo(replayed));
        }
        lawyer().header("If-Match", "\"2\"")
                .body(REGISTRATION)
                .post("/referrals/{id}/registration", referral)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aryz:problem:already-registered"));
    }

    private static long referralsOf(UUID complaint) {
        return count("select count(*) from referral.referral_overview where complaint_id = ?", complaint);
    }
}
