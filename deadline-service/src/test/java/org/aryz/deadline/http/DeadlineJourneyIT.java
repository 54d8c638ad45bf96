package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.aryz.deadline.Contract;
import org.aryz.deadline.http.PublicRecords.Said;
import org.junit.jupiter.api.Test;

/** From what intake and referral tell on Kafka to what this service tells on Kafka, over real servers. */
@QuarkusTest
class DeadlineJourneyIT extends ServiceIT {

    @Test
    void aComplaintOfYesterdayOpensDeadlinesAndWarnsAtOnce() {
        var voice = new Voice().receives(today().minusDays(1), today().minusDays(1));

        var said = PublicRecords.about(voice.complaint, "alert.raised EV-MED-24H start");

        assertThat(said.getFirst().type()).isEqualTo("facts.noted");
        assertThat(said)
                .extracting(Said::toString)
                .contains(
                        "deadline.opened EV-MED-24H",
                        "deadline.opened EV-MED-14D",
                        "deadline.opened CO-TRIAGE",
                        "deadline.opened KG-LIM-EG",
                        "alert.raised CO-TRIAGE start")
                .doesNotContain("alert.raised KG-LIM-EG -P36M");
        assertThat(said)
                .extracting(Said::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, said.size())
                        .mapToObj(Long::toString)
                        .toList());
        assertThat(said).allSatisfy(each -> assertThat(new Contract("aryz.deadlines", each.type()).errors(each.data()))
                .isEmpty());
    }

    @Test
    void tellingEverythingAgainChangesNothing() {
        var voice = known(new Voice().receives(today().minusDays(1), today()).consents());
        var before = events(voice);
        var armed = armed(voice);

        voice.again();
        var marker = new Voice().receives(today(), today());
        known(marker);
        known(voice.intake(
                "complaint.triaged",
                data -> data.put("occurredAt", Instant.now().toString())));

        assertThat(text(
                        "select string_agg(type, ' ' order by version) from event_log.event where stream_id = ? and"
                                + " version > ?",
                        voice.complaint,
                        before))
                .isEqualTo("facts.noted deadline.met alert.withdrawn");
        assertThat(armed(voice)).isEqualTo(armed - 1);
    }

    @Test
    void anActNearlyTenYearsAgoIsWarnedOfAtOnce() {
        var act = today().minusYears(10).plusDays(40);
        var voice = new Voice().receives(act, act);

        var said = PublicRecords.about(voice.complaint, "alert.raised KG-LIM-EG -P3M");

        assertThat(said)
                .filteredOn(each -> each.is("alert.raised", "KG-LIM-EG"))
                .hasSize(2)
                .satisfiesOnlyOnce(alert -> {
                    assertThat(alert.data().path("rung").asText()).isEqualTo("not-in-court");
                    assertThat(alert.data().path("audience").asText()).isEqualTo("supervisor");
                })
                .satisfiesOnlyOnce(alert -> {
                    assertThat(alert.data().path("rung").asText()).isEqualTo("-P3M");
                    assertThat(alert.data().path("severity").asText()).isEqualTo("urgent");
                    assertThat(alert.data().path("zone").asText()).isEqualTo("Asia/Bishkek");
                    assertThat(alert.data().path("shadow").asBoolean(true)).isFalse();
                });
        assertThat(said).extracting(Said::toString).doesNotContain("deadline.breached KG-LIM-EG");
    }

    @Test
    void withoutASignOffAnActOlderThanTenYearsWarnsAndExpiresNothing() {
        var act = today().minusYears(10).minusDays(40);
        var voice = new Voice().receives(act, act);

        var said = PublicRecords.about(voice.complaint, "alert.raised KG-LIM-EG breach");

        assertThat(said).extracting(Said::toString).contains("deadline.breached KG-LIM-EG");
        assertThat(said).extracting(Said::type).doesNotContain("limitation.expired", "complaint.expired");
        lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(200)
                .body("expired", equalTo(false))
                .body("deadlines.find { it.rule == 'KG-LIM-EG' }.status", equalTo("breached"))
                .body("deadlines.find { it.rule == 'KG-LIM-EG' }.mayExpire", equalTo(false));
    }

    @Test
    void aReferralMeetsTheDutyToRefer() {
        var voice = known(new Voice().receives(today(), today()).consents());

        voice.referral(
                "referral.sent", data -> data.put("occurredAt", Instant.now().toString()));

        var said = PublicRecords.about(voice.complaint, "deadline.met CO-REFER");
        assertThat(said).extracting(Said::toString).contains("deadline.opened KG-REG-24H");
        status(voice, "CO-REFER", "met");
    }

    @Test
    void aMedicalExaminationMeetsTheEvidenceDeadlines() {
        var voice = known(new Voice().receives(today().minusDays(1), today().minusDays(1)));

        voice.intake(
                "medical-exam.recorded",
                data -> data.put("occurredAt", Instant.now().toString()));

        PublicRecords.about(voice.complaint, "deadline.met EV-MED-14D");
        status(voice, "EV-MED-24H", "met");
        lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .body("deadlines.find { it.rule == 'EV-MED-24H' }.alertsRaised.rung", hasItem("start"));
    }

    @Test
    void aNewDateOfAnActLeavesItsKind() {
        var voice = new Voice().receives(today().minusDays(9), today().minusDays(2));
        var received = known(voice);
        var allegation = text(
                "select data::json #>> '{facts,1,id}' from event_log.event where stream_id = ? and version = 1",
                received.complaint);

        voice.intake("incident.dated", data -> data.put("allegation", allegation)
                .put("occurredAt", today().minusDays(3).toString()));

        PublicRecords.about(voice.complaint, "deadline.recalculated KG-LIM-EG");
        lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .body(
                        "deadlines.find { it.rule == 'KG-LIM-EG' }.due",
                        equalTo(today().minusDays(3).plusYears(10).toString()))
                .body("deadlines.find { it.rule == 'KG-LIM-EG' }.status", equalTo("open"));
    }

    @Test
    void whatIsHeardOfAReferralBeforeItsComplaintCountsAllTheSame() {
        var voice = new Voice();
        voice.referral(
                "referral.sent",
                data -> data.put("occurredAt", Instant.now().plusSeconds(1).toString()));
        PublicRecords.about(voice.complaint, "deadline.opened KG-REG-24H");

        known(voice.receives(today(), today()).consents());

        status(voice, "CO-REFER", "met");
        status(voice, "CO-TRIAGE", "open");
    }

    @Test
    void anEventThatCannotBeReadHoldsUpNoOther() {
        new Voice().receives(data -> data.put("jurisdiction", "XX"));
        new Voice().receives(data -> data.remove("occurredAt"));

        var voice = known(new Voice().receives(today(), today()));

        status(voice, "CO-TRIAGE", "open");
    }

    @Test
    void anExtensionMovesTheTermItNames() {
        var voice = known(new Voice().receives(today(), today()));
        voice.referral("decision.made", data -> data.put("kind", "opened").put("occurredAt", today().toString()));
        PublicRecords.about(voice.complaint, "deadline.opened KG-INV-2021");

        voice.referral("extension.granted", data -> data.put("term", "investigation")
                .put("occurredAt", today().toString())
                .put("until", today().plusDays(200).toString()));

        var moved = PublicRecords.about(voice.complaint, "deadline.recalculated KG-INV-2021");
        assertThat(moved)
                .filteredOn(each -> each.is("deadline.recalculated", "KG-INV-2021"))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.data().path("reason").asText()).isEqualTo("extension-granted"));
    }

    @Test
    void intakeAloneSaysWhoMaySeeAComplaint() {
        var voice = known(new Voice().receives(today(), today()));

        voice.referral("referral.sent", data -> data.put("organisation", "hotline"));
        PublicRecords.about(voice.complaint, "deadline.opened KG-REG-24H");

        as("legal-aid", "partner")
                .get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(200);
        as("hotline", "partner")
                .get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .statusCode(404);
    }

    @Test
    void aRungThatBecomesDueIsToldWithoutAnyNewFact() {
        var soon = Instant.now().minus(Duration.ofHours(24)).plusSeconds(8);
        var voice = known(new Voice().receives(soon, today().minusDays(2), today().minusDays(2)));

        var said = PublicRecords.about(voice.complaint, "alert.raised CO-TRIAGE breach");

        assertThat(said)
                .extracting(Said::toString)
                .containsSubsequence(
                        "alert.raised CO-TRIAGE -PT1H", "deadline.breached CO-TRIAGE", "alert.raised CO-TRIAGE breach");
        assertThat(said)
                .filteredOn(each -> each.is("alert.raised", "CO-TRIAGE") || each.is("deadline.breached", "CO-TRIAGE"))
                .allSatisfy(each -> assertThat(new Contract("aryz.deadlines", each.type()).errors(each.data()))
                        .isEmpty());
        lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .body("deadlines.find { it.rule == 'CO-TRIAGE' }.status", equalTo("breached"));
    }

    private static long armed(Voice voice) {
        return number("select count(*) from deadline.ladder where complaint = ?", voice.complaint);
    }
}
