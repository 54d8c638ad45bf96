package org.aryz.intake.http;

import static org.aryz.intake.http.Intake.CASE_WORKER;
import static org.aryz.intake.http.Intake.PARTNER;
import static org.aryz.intake.http.Intake.complaint;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.aryz.intake.http.Intake.postOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PublishedIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void otherServicesHearWhatHappensInOrder() {
        // when
        var at = complaint();
        postOn(1, CASE_WORKER, newKey(), at + "/triage", "{\"priority\":\"urgent\"}")
                .then()
                .statusCode(200);
        post(PARTNER, at + "/withdrawal-requests", "{\"coercionSuspected\":true}")
                .then()
                .statusCode(201);

        // then
        var told = Topic.recordsOf(id(at), 3);
        assertThat(told)
                .extracting(event -> Topic.headers(event).get("ce_type"))
                .containsExactly("complaint.received", "complaint.triaged", "withdrawal.requested");
        assertThat(told)
                .extracting(event -> Topic.headers(event).get("ce_sequence"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3).mapToObj(Long::toString).toList());
        assertThat(told).allSatisfy(event -> assertThat(Topic.headers(event))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_subject", id(at))
                .hasEntrySatisfying(
                        "ce_source",
                        source -> assertThat(source).startsWith("/intake/").endsWith("/" + id(at)))
                .hasEntrySatisfying(
                        "ce_dataschema", schema -> assertThat(schema).startsWith("urn:aryz:schema:")));
    }

    @Test
    void everyEventSaysWhoMaySeeTheComplaintByThen() throws JsonProcessingException {
        // when
        var at = complaint();
        post(PARTNER, at + "/consents", "{\"use\":\"share\",\"organisations\":[\"npm-kg\"]}")
                .then()
                .statusCode(201);
        post(PARTNER, at + "/threats", "{\"source\":\"police\",\"occurredAt\":\"2026-01-17\"}")
                .then()
                .statusCode(201);
        post(PARTNER, at + "/consents", "{\"use\":\"share\",\"decision\":\"withdrawn\"}")
                .then()
                .statusCode(201);

        // then
        var told = Topic.recordsOf(id(at), 4);
        assertThat(told)
                .extracting(PublishedIT::sharedWith)
                .containsExactly(
                        "[\"coalition\"]",
                        "[\"coalition\",\"npm-kg\"]",
                        "[\"coalition\",\"npm-kg\"]",
                        "[\"coalition\"]");
        assertThat(JSON.readTree(told.get(2).value()).get("occurredAt").asText())
                .isEqualTo("2026-01-17");
    }

    @Test
    void complaintsAreTakenWhileKafkaIsAwayAndFlowOnWhenItIsBack() {
        // given
        TestKafka.shared().stop();

        // when
        String at;
        try {
            at = complaint();
        } finally {
            TestKafka.shared().start();
        }

        // then
        assertThat(Topic.recordsOf(id(at), 1)).hasSize(1);
    }

    private static String id(String at) {
        return at.substring("/complaints/".length());
    }

    private static String sharedWith(ConsumerRecord<String, String> event) {
        try {
            return JSON.readTree(event.value()).get("sharedWith").toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
