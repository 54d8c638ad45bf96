package org.aryz.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PublicTopic;
import org.junit.jupiter.api.Test;

/** What intake says of complaints is taken in once and in order. */
@QuarkusTest
class TakenInIT extends ServiceIT {

    @Test
    void saidAgainItChangesNothing() {
        var intake = new IntakeVoice().receivesConsented().consents("consent.limited", "refer", 2, "kg-ombudsman");
        known(intake);
        var received = IntakeVoice.sample("complaint.received")
                .put("complaintId", intake.complaint.toString())
                .put("organisation", "somebody-else");
        intake.send("complaint.received", 1, received.toString().getBytes(StandardCharsets.UTF_8));
        known(intake.say("complaint.triaged", data -> {}));

        assertThat(takenIn(intake)).isEqualTo(4);
        assertThat(count(
                        "select count(*) from referral.known_complaint where owner = 'legal-aid' and id = ?",
                        intake.complaint))
                .isEqualTo(1);
        send(lawyer(), intake.complaint, CENTRAL)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aryz:problem:no-consent"));
    }

    @Test
    void consentThatIsWithdrawnEndsReferring() {
        var intake = known(new IntakeVoice().receivesConsented());
        send(lawyer(), intake.complaint, CENTRAL).then().statusCode(201);
        known(intake.consents("consent.withdrawn", "refer", 2));
        send(lawyer(), intake.complaint, CENTRAL).then().statusCode(409);
    }

    @Test
    void aClosedComplaintIsNotReferredAnyMore() {
        var intake = known(new IntakeVoice().receivesConsented().say("complaint.closed", data -> {}));
        send(lawyer(), intake.complaint, CENTRAL)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aryz:problem:complaint-closed"));
    }

    @Test
    void sharingLetsAnotherOrganisationIn() {
        var intake = known(new IntakeVoice().receivesConsented());
        as("npm-kg", "lawyer")
                .get("/complaints/{id}/referrals", intake.complaint)
                .then()
                .statusCode(404);
        known(intake.say("consent.given", data -> {
            data.put("use", "share").put("consentVersion", 2);
            data.withArray("sharedWith").add("npm-kg");
        }));
        as("npm-kg", "lawyer")
                .get("/complaints/{id}/referrals", intake.complaint)
                .then()
                .statusCode(200);
        send(lawyer(), intake.complaint, CENTRAL).then().statusCode(201);
    }

    @Test
    void aRecordThatNobodyCanReadStopsNobodyElse() {
        var poison = new IntakeVoice();
        poison.send("complaint.received", 1, "{\"complaintId\": \"no id\"".getBytes(StandardCharsets.UTF_8));
        known(new IntakeVoice().receivesConsented());
        Patience.until(
                "the poison lies with the dead letters",
                Duration.ofSeconds(30),
                () -> PublicTopic.records("aryz.complaints.referral.dead").stream()
                        .anyMatch(message -> poison.complaint.toString().equals(message.key())));
    }
}
