package org.aryz.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DUE = "2024-03-01T11:00:00+05:00";

    private final Case played = new Case(scenario(), new Moments(ZonedDateTime.parse("2026-11-22T09:00+06:00")));

    @Test
    void nothingIsMissingOnceDeadlineAlertAndLetterAreThere() {
        played.saw(deadlines("2024-03-01T06:00:00Z"), List.of(alert("a-1")));

        assertThat(Expectations.missing(played, List.of(mail("a-1", "m-1")))).isEmpty();
    }

    @Test
    void anotherInstantIsAnotherDeadline() {
        played.saw(deadlines("2024-03-01T07:00:00Z"), List.of(alert("a-1")));

        assertThat(Expectations.missing(played, List.of(mail("a-1", "m-1"))))
                .singleElement()
                .asString()
                .contains("KZ-REG-24H", DUE);
    }

    @Test
    void aLetterOfAnotherAlertIsNotEnough() {
        played.saw(deadlines("2024-03-01T06:00:00Z"), List.of(alert("a-1")));

        assertThat(Expectations.missing(played, List.of(mail("a-2", "m-1")))).hasSize(1);
    }

    @Test
    void theSameLetterSentAgainCountsOnceAndTwoLettersOfOneAlertAreWrong() {
        assertThat(Expectations.wrongWith(List.of(mail("a-1", "m-1"), mail("a-1", "m-1"))))
                .isEmpty();
        assertThat(Expectations.wrongWith(List.of(mail("a-1", "m-1"), mail("a-1", "m-2"))))
                .hasSize(1);
    }

    private static Scenario scenario() {
        return read(
                """
                {"title": "t", "from": "partner", "complaint": {},
                 "expect": {"expired": false,
                            "deadlines": [{"rule": "KZ-REG-24H", "status": "breached", "dueAt": "%s"}],
                            "alerts": [{"rule": "KZ-REG-24H", "mailTo": ["a@b.example"]}]}}
                """
                        .formatted(DUE),
                Scenario.class);
    }

    private static JsonNode deadlines(String dueAt) {
        return read(
                "{\"expired\": false, \"deadlines\": [{\"rule\": \"KZ-REG-24H\", \"status\": \"breached\", \"dueAt\": \"%s\"}]}"
                        .formatted(dueAt),
                JsonNode.class);
    }

    private static JsonNode alert(String id) {
        return read("{\"id\": \"%s\", \"rule\": \"KZ-REG-24H\", \"rung\": \"breach\"}".formatted(id), JsonNode.class);
    }

    private static Mailbox.Mail mail(String alert, String id) {
        return new Mailbox.Mail("a@b.example", id, alert, "subject", "text");
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
