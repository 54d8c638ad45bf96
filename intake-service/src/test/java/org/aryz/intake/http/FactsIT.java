package org.aryz.intake.http;

import static org.aryz.intake.http.Intake.AUDITOR;
import static org.aryz.intake.http.Intake.LAWYER;
import static org.aryz.intake.http.Intake.PARTNER;
import static org.aryz.intake.http.Intake.complaint;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.aryz.intake.Fact;
import org.aryz.testplatform.PlatformResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that terms of the law wait for, from the request to the topic. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class FactsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In an order in which they can have happened, on the days of January 2026. */
    private static final List<String> ALL = List.of(
            "\"fact\":\"detention.recorded\",\"placeType\":\"police-station\",\"region\":\"KG-GB\"",
            "\"fact\":\"family.notified\"",
            "\"fact\":\"medical-contact.recorded\",\"kind\":\"ambulance\"",
            "\"fact\":\"doctor-report.sent\"",
            "\"fact\":\"doctor-report.confirmed\"",
            "\"fact\":\"photographs.stored\"",
            "\"fact\":\"records.requested\"",
            "\"fact\":\"records.received\"",
            "\"fact\":\"video.preservation-requested\",\"retentionDays\":14",
            "\"fact\":\"video.secured\"",
            "\"fact\":\"video.lost\"",
            "\"fact\":\"evidence.added\",\"kind\":\"detention-protocol\"",
            "\"fact\":\"allegation.raised-at-hearing\",\"court\":\"kg-court-osh\",\"reaction\":\"none\"",
            "\"fact\":\"detention.ended\",\"how\":\"before-judge\"",
            "\"fact\":\"custody.ordered\",\"until\":\"2026-03-20\"");

    @Test
    void everyFactIsRecordedAndTold() throws JsonProcessingException {
        // given
        var at = complaint();
        var act = get(LAWYER, at).<String>path("allegations[0].id");

        // when
        for (var day = 0; day < ALL.size(); day++) {
            tell(at, "{%s,\"occurredAt\":\"2026-01-%d\"}".formatted(ALL.get(day), 15 + day));
        }
        tell(
                at,
                "{\"fact\":\"incident.dated\",\"allegation\":\"" + act
                        + "\",\"occurredAt\":{\"earliest\":\"2026-01-15T20:00:00+06:00\",\"latest\":\"2026-01-16\"}}");

        // then
        var told = Topic.recordsOf(at.substring("/complaints/".length()), 2 + ALL.size());
        assertThat(told.subList(1, told.size()))
                .extracting(event -> Topic.headers(event).get("ce_type"))
                .containsExactlyInAnyOrderElementsOf(Fact.KINDS.keySet());
        var evidence = JSON.readTree(told.get(12).value());
        assertThat(evidence.path("evidence").asText()).hasSize(36);
        var dated = JSON.readTree(told.getLast().value());
        assertThat(dated.path("earliest").asText()).isEqualTo("2026-01-15T20:00:00+06:00");
        assertThat(dated.at("/occurredAt/precision").asText()).isEqualTo("day");
        get(LAWYER, at)
                .then()
                .body("allegations[0].earliest", is("2026-01-15T20:00:00+06:00"))
                .body("allegations[0].latest", is("2026-01-16"));
    }

    private static void tell(String at, String body) {
        post(PARTNER, at + "/facts", body).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"occurredAt\":\"2026-01-16\"                                                    | 422 | /fact",
                "\"fact\":\"detention.forgotten\",\"occurredAt\":\"2026-01-16\"                   | 400 | /fact",
                "\"fact\":7,\"occurredAt\":\"2026-01-16\"                                         | 400 | /fact",
                "\"fact\":\"video.lost\"                                                          | 422 | /occurredAt",
                "\"fact\":\"video.lost\",\"occurredAt\":\"2026-01\"                               | 400 | /occurredAt",
                "\"fact\":\"video.lost\",\"occurredAt\":\"2999-01-16\"                            | 422 | /occurredAt",
                "\"fact\":\"video.lost\",\"occurredAt\":{}                                        | 422 | /occurredAt/latest",
                "\"fact\":\"video.lost\",\"occurredAt\":{\"earliest\":7}                          | 400 | /occurredAt/earliest",
                "\"fact\":\"video.lost\",\"occurredAt\":{\"precision\":\"day\"}                   | 400 | /occurredAt/precision",
                "\"fact\":\"video.lost\",\"occurredAt\":{\"earliest\":\"2026-01-16\",\"latest\":\"2999-01-01\"} | 422 | /occurredAt/latest",
                "\"fact\":\"video.lost\",\"occurredAt\":{\"earliest\":\"2026-01-16\",\"latest\":\"2026-01-15\"} | 422 | /occurredAt/latest",
                "\"fact\":\"video.lost\",\"occurredAt\":\"2026-01-16\",\"receivedAt\":\"2026-01-15\" | 422 | /receivedAt",
                "\"fact\":\"video.lost\",\"occurredAt\":\"2026-01-16\",\"receivedAt\":\"2999-01-15\" | 422 | /receivedAt",
                "\"fact\":\"video.lost\",\"occurredAt\":\"2026-01-16\",\"how\":\"released\"       | 400 | /how",
                "\"fact\":\"evidence.added\",\"occurredAt\":\"2026-01-16\"                        | 422 | /kind",
                "\"fact\":\"evidence.added\",\"occurredAt\":\"2026-01-16\",\"kind\":\"rumour\"    | 400 | /kind",
                "\"fact\":\"evidence.added\",\"occurredAt\":\"2026-01-16\",\"kind\":\"other\",\"evidence\":\"1\" | 400 | /evidence",
                "\"fact\":\"custody.ordered\",\"occurredAt\":\"2026-01-16\",\"until\":\"2026-01-15\" | 422 | /until",
                "\"fact\":\"custody.ordered\",\"occurredAt\":\"2026-01-16\",\"until\":20260120    | 400 | /until",
                "\"fact\":\"video.preservation-requested\",\"occurredAt\":\"2026-01-16\",\"retentionDays\":0 | 422 | /retentionDays",
                "\"fact\":\"video.preservation-requested\",\"occurredAt\":\"2026-01-16\",\"retentionDays\":\"7\" | 400 | /retentionDays",
                "\"fact\":\"detention.recorded\",\"occurredAt\":\"2026-01-16\",\"placeType\":\"court\",\"region\":\"KG-X\" | 400 | /region",
                "\"fact\":\"allegation.raised-at-hearing\",\"occurredAt\":\"2026-01-16\",\"court\":\"Court of Osh\",\"reaction\":\"none\" | 400 | /court",
            })
    void aWrongFieldIsNamedAndNothingIsRecorded(String fields, int status, String pointer) {
        var at = complaint();

        post(PARTNER, at + "/facts", "{" + fields + "}")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        get(PARTNER, at).then().body("version", is(1));
    }

    @Test
    void aReleaseNeedsADetentionAndIsRecordedOnce() {
        var at = complaint();
        var key = newKey();
        var released = "{\"fact\":\"detention.ended\",\"how\":\"released\",\"occurredAt\":\"2026-01-18\"}";

        post(LAWYER, key, at + "/facts", released)
                .then()
                .statusCode(409)
                .body("type", is("urn:aryz:problem:not-detained"));
        tell(at, "{" + ALL.getFirst() + ",\"occurredAt\":\"2026-01-16T08:00:00+06:00\"}");
        post(LAWYER, key, at + "/facts", released).then().statusCode(201).body("version", is(3));
        post(LAWYER, key, at + "/facts", released).then().statusCode(201).header("Idempotency-Replayed", "true");
        post(AUDITOR, at + "/facts", released).then().statusCode(403);
    }
}
