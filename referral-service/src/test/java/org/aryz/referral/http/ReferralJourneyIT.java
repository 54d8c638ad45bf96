package org.aryz.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.aryz.referral.http.PublicRecords.Fact;
import org.junit.jupiter.api.Test;

/** A referral's way from sending to the judgment, over HTTP, and each step of it on the topic. */
@QuarkusTest
class ReferralJourneyIT extends ServiceIT {

    @Test
    void aReferralGoesItsWayAndEachStepIsPublished() {
        var complaint = consented();
        var sent = send(lawyer(), complaint, CENTRAL).then();
        var id = sent.extract().<String>path("id");
        sent.statusCode(201)
                .header("Location", endsWith("/referrals/" + id))
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("complaintId", equalTo(complaint.toString()));
        register(UUID.fromString(id)).statusCode(200).header("ETag", "\"2\"");
        var decision = lawyer().body(
                        """
                        {"kind": "opened", "made": "2025-03-14", "received": "2025-03-19"}""")
                .post("/referrals/{id}/decisions", id)
                .then()
                .statusCode(201)
                .header("ETag", "\"4\"")
                .extract()
                .<String>path("id");

        lawyer().get("/referrals/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("status", equalTo("decided"))
                .body("authority", equalTo("kg-prosecutor-general"))
                .body("reference", equalTo("KG-2025-7F3K9Q2M8X"))
                .body("sentAt", equalTo("2025-03-04T06:40:00Z"))
                .body("registeredAt", equalTo("2025-03-05T03:15:00Z"))
                .body("registrationNumber", equalTo("ERP-77-25"))
                .body("decisions.id", contains(decision))
                .body("decisions.received", contains("2025-03-19"));

        var facts = PublicRecords.about(complaint, 4);
        assertThat(facts)
                .extracting(Fact::type)
                .containsExactly("referral.sent", "referral.registered", "decision.made", "decision.received");
        assertThat(facts).extracting(Fact::sequence).containsExactly("1", "2", "3", "4");
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.source()).matches("/referral/[0-9a-f-]{36}/" + id);
            assertThat(fact.data().get("organisation").textValue()).isEqualTo("legal-aid");
            assertThat(fact.data().get("referral").textValue()).isEqualTo(id);
        });
        assertThat(facts.getFirst().data().get("consentVersion").intValue()).isEqualTo(1);
        assertThat(facts.get(2).data().get("decision").textValue()).isEqualTo(decision);
    }

    @Test
    void theListShowsEachReferralAsItStands() {
        var complaint = consented();
        var first = send(lawyer(), complaint, CENTRAL).then().extract().<String>path("id");
        var toOmbudsman =
                CENTRAL.replace("kg-prosecutor-general", "kg-ombudsman").replace("03-04", "03-06");
        var second = send(lawyer(), complaint, toOmbudsman).then().extract().<String>path("id");
        register(UUID.fromString(first)).statusCode(200);

        as("legal-aid", "partner")
                .get("/complaints/{id}/referrals", complaint)
                .then()
                .statusCode(200)
                .body("referrals.id", contains(first, second))
                .body("referrals.status", contains("registered", "sent"))
                .body("referrals.registeredAt", contains("2025-03-05T03:15:00Z", null))
                .body("referrals.registrationNumber", contains(nullValue(), nullValue()));
    }

    @Test
    void aRefusalIsRecordedWhenItIsMadeAndWhenItReachesUs() {
        var referral = sent();
        var decision = lawyer().body(REFUSAL)
                .post("/referrals/{id}/decisions", referral)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .extract()
                .<String>path("id");
        lawyer().body("{\"received\": \"2025-05-14\"}")
                .post("/referrals/{id}/decisions/{decision}/receipt", referral, decision)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        lawyer().body("{\"received\": \"2025-05-14\"}")
                .post("/referrals/{id}/decisions/{decision}/receipt", referral, decision)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aryz:problem:already-received"));
        lawyer().get("/referrals/{id}", referral)
                .then()
                .body("decisions", hasSize(1))
                .body("decisions[0].made", equalTo("2025-03-14"))
                .body("decisions[0].received", equalTo("2025-05-14"));
    }

    @Test
    void onlyStaffOfTheCaseLearnsTheNumber() {
        var referral = sent();
        register(referral).statusCode(200);
        as("legal-aid", "partner")
                .get("/referrals/{id}", referral)
                .then()
                .statusCode(200)
                .body("registrationNumber", nullValue());
        as("coalition", "auditor")
                .get("/referrals/{id}", referral)
                .then()
                .statusCode(200)
                .body("registrationNumber", nullValue());
        as("coalition", "case-worker")
                .get("/referrals/{id}", referral)
                .then()
                .body("registrationNumber", equalTo("ERP-77-25"));
    }

    @Test
    void withoutConsentNothingGoesOutUnlessACoordinatorAnswersForIt() {
        var complaint = known(new IntakeVoice().receives("KG-GB", "criminal-police")).complaint;
        var overriding = CENTRAL.replace("}", ", \"override\": {\"reason\": \"danger-to-life\"}}");
        send(coordinator(), complaint, CENTRAL)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aryz:problem:no-consent"));
        send(lawyer(), complaint, overriding).then().statusCode(403);
        send(coordinator(), complaint, overriding).then().statusCode(201);
        var fact = PublicRecords.about(complaint, 1).getFirst().data();
        assertThat(fact.get("override").booleanValue()).isTrue();
        assertThat(fact.has("consentVersion")).isFalse();
    }

    @Test
    void theLocalProsecutorOfTheRegionGetsNothingUnlessACoordinatorAnswersForIt() {
        var complaint = consented();
        var local = CENTRAL.replace("kg-prosecutor-general", "kg-prosecutor-bishkek");
        send(lawyer(), complaint, local)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aryz:problem:conflict-of-interest"));
        send(lawyer(), complaint, CENTRAL.replace("kg-prosecutor-general", "kg-prosecutor-osh"))
                .then()
                .statusCode(201);
        send(coordinator(), complaint, local.replace("}", ", \"override\": {\"reason\": \"other\"}}"))
                .then()
                .statusCode(201);
    }

    @Test
    void nobodySendsToTheVeryBodyComplainedAbout() {
        var intake = new IntakeVoice().receives("KG-GB", "prosecutor").consents("consent.given", "refer", 1);
        var local = CENTRAL.replace("kg-prosecutor-general", "kg-prosecutor-bishkek")
                .replace("}", ", \"override\": {\"reason\": \"danger-to-life\"}}");
        send(coordinator(), known(intake).complaint, local)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aryz:problem:body-complained-about"));
    }

    @Test
    void aJudgmentInForceIsPublishedOnTheProceedings() {
        var complaint = consented();
        var suspect = UUID.randomUUID();
        var judgment = """
                {"outcome": "convicted", "inForceOn": "2025-10-01", "suspect": "%s"}"""
                .formatted(suspect);
        lawyer().body(judgment)
                .post("/complaints/{id}/judgments", complaint)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("complaintId", equalTo(complaint.toString()));
        coordinator()
                .body(judgment)
                .post("/complaints/{id}/judgments", complaint)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:aryz:problem:judgment-already-in-force"));
        var fact = PublicRecords.about(complaint, 1).getFirst();
        assertThat(fact.type()).isEqualTo("judgment.in-force");
        assertThat(fact.data().get("occurredAt").textValue()).isEqualTo("2025-10-01");
        assertThat(fact.data().get("suspect").textValue()).isEqualTo(suspect.toString());
    }

    @Test
    void theDirectoryNamesTheAuthoritiesOfACountryInFourLanguages() {
        as("legal-aid", "partner")
                .get("/authorities?jurisdiction=KZ")
                .then()
                .statusCode(200)
                .body("authorities.code", contains("kz-npm", "kz-ombudsman", "kz-prosecutor-general"))
                .body("authorities[2].kind", equalTo("prosecutor-general"))
                .body("authorities[2].names.kk", equalTo("Қазақстан Республикасының Бас прокуратурасы"))
                .body("authorities[2].names.keySet()", hasSize(4));
    }
}
