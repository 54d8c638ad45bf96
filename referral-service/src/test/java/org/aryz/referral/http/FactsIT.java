package org.aryz.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aryz.referral.proceedings.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of proceedings, from the request to the topic. */
@QuarkusTest
class FactsIT extends ServiceIT {
    private static final String EXHAUSTED =
            "{\"fact\": \"remedies.exhausted\", \"occurredAt\": \"2025-03-20\", \"receivedAt\": \"2025-03-25\"}";

    /** In an order in which they can have happened, from 15 March 2025 on; ids that earlier ones gave stand in braces. */
    private static final List<String> ALL = List.of(
            "referral.delivered | \"referral\": \"{referral}\"",
            "registration.refused | \"referral\": \"{referral}\"",
            "referral.forwarded | \"referral\": \"{referral}\", \"authority\": \"kg-prosecutor-bishkek\"",
            "referral.returned  | \"referral\": \"{referral}\"",
            "letter.registered  | \"authority\": \"kg-ombudsman\"",
            "letter.answered    | \"letter\": \"{letter.registered}\"",
            "remedy.lodged      | \"referral\": \"{referral}\", \"against\": \"{decision}\", \"level\": \"prosecutor\"",
            "remedy.answered    | \"remedy\": \"{remedy.lodged}\"",
            "forensic-exam.ordered   | \"referral\": \"{referral}\"",
            "forensic-exam.concluded | \"referral\": \"{referral}\"",
            "extension.granted  | \"referral\": \"{referral}\", \"term\": \"KG-INV-2021\", \"until\": \"2025-06-20\"",
            "suspect.identified | \"agency\": \"criminal-police\", \"note\": \"a name\"",
            "suspicion.notified | \"suspect\": \"{suspect.identified}\"",
            "qualification.set  | \"suspect\": \"{suspect.identified}\", \"article\": \"kg-cc-2021-137-2\", \"class\": \"grave\"",
            "qualification.changed | \"suspect\": \"{suspect.identified}\", \"article\": \"kg-cc-2021-337-1\", \"class\": \"less-grave\"",
            "suspect.absconded  | \"suspect\": \"{suspect.identified}\"",
            "suspect.found      | \"suspect\": \"{suspect.identified}\"",
            "suspect.reoffended | \"suspect\": \"{suspect.identified}\"",
            "case.sent-to-court | \"suspect\": \"{suspect.identified}\", \"court\": \"kg-court-osh\"",
            "judgment.given     | \"suspect\": \"{suspect.identified}\", \"outcome\": \"convicted\"",
            "remedies.exhausted |",
            "international.filed       | \"body\": \"special-procedures\"",
            "international.registered  | \"body\": \"special-procedures\"",
            "international.transmitted | \"body\": \"special-procedures\"",
            "international.replied     | \"body\": \"special-procedures\"",
            "international.decided     | \"body\": \"special-procedures\"");

    @Test
    void everyFactIsRecordedAndTold() {
        // given
        var complaint = consented();
        var ids = new HashMap<String, String>();
        ids.put("referral", send(lawyer(), complaint, CENTRAL).then().extract().path("id"));
        ids.put(
                "decision",
                lawyer().body(REFUSAL)
                        .post("/referrals/{id}/decisions", ids.get("referral"))
                        .then()
                        .extract()
                        .path("id"));

        // when
        for (var each : ALL) {
            var fact = each.split("\\|", -1);
            var day = 15 + ids.size() - 2;
            var fields = fact[1].isBlank() ? "" : "," + filled(fact[1], ids);
            ids.put(
                    fact[0].strip(),
                    tell(
                                    complaint,
                                    "{\"fact\": \"%s\", \"occurredAt\": \"2025-%s\"%s}"
                                            .formatted(
                                                    fact[0].strip(),
                                                    day > 31 ? "04-0" + (day - 31) : "03-" + day,
                                                    fields))
                            .statusCode(201)
                            .extract()
                            .path("id"));
        }

        // then
        var told = PublicRecords.about(complaint, 2 + ALL.size());
        assertThat(told.subList(2, told.size()))
                .extracting(PublicRecords.Fact::type)
                .containsExactlyInAnyOrderElementsOf(Fact.KINDS.keySet());
        var answered = told.stream()
                .filter(fact -> fact.type().equals("remedy.answered"))
                .findFirst()
                .orElseThrow();
        assertThat(answered.data().path("level").asText()).isEqualTo("prosecutor");
        assertThat(answered.data().path("against").asText()).isEqualTo(ids.get("decision"));
        lawyer().get("/complaints/{id}/facts", complaint)
                .then()
                .body("facts", hasSize(ALL.size()))
                .body("facts[2].data.conflict", equalTo(true))
                .body("facts[11].note", equalTo("a name"))
                .body("facts[11].data.suspect", equalTo(ids.get("suspect.identified")))
                .body("facts[13].data.class", equalTo("grave"));
        as("legal-aid", "partner")
                .get("/complaints/{id}/facts", complaint)
                .then()
                .body("facts[11].fact", equalTo("suspect.identified"))
                .body("facts[11].note", nullValue());
    }

    private static String filled(String fields, Map<String, String> ids) {
        var filled = fields;
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private static ValidatableResponse tell(UUID complaint, String body) {
        return lawyer().body(body).post("/complaints/{id}/facts", complaint).then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "occurredAt": "2025-03-20"                                                                   | 422 | /fact
                    "fact": "remedies.forgotten", "occurredAt": "2025-03-20"                                     | 400 | /fact
                    "fact": "remedies.exhausted"                                                                 | 422 | /occurredAt
                    "fact": "remedies.exhausted", "occurredAt": "2025-03-20T10:00:00Z"                           | 400 | /occurredAt
                    "fact": "remedies.exhausted", "occurredAt": "2099-03-20"                                     | 422 | /occurredAt
                    "fact": "remedies.exhausted", "occurredAt": "2025-03-20", "receivedAt": "2025-03-19"         | 422 | /receivedAt
                    "fact": "remedies.exhausted", "occurredAt": "2025-03-20", "receivedAt": "2099-03-19"         | 422 | /receivedAt
                    "fact": "remedies.exhausted", "occurredAt": "2025-03-20", "body": "hrc"                      | 400 | /body
                    "fact": "international.filed", "occurredAt": "2025-03-20"                                    | 422 | /body
                    "fact": "international.filed", "occurredAt": "2025-03-20", "body": "un"                      | 400 | /body
                    "fact": "letter.registered", "occurredAt": "2025-03-20", "authority": "kg-nobody"            | 400 | /authority
                    "fact": "letter.registered", "occurredAt": "2025-03-20", "authority": "kg-npm", "letter": "x" | 400 | /letter
                    "fact": "letter.answered", "occurredAt": "2025-03-20", "letter": "0195d102-3b40-7c22-9e33-1b2c3d4e5f02" | 422 | /letter
                    "fact": "remedy.answered", "occurredAt": "2025-03-20", "remedy": "0195d102-3b40-7c22-9e33-1b2c3d4e5f02" | 422 | /remedy
                    "fact": "forensic-exam.ordered", "occurredAt": "2025-03-20", "referral": "0195d102-3b40-7c22-9e33-1b2c3d4e5f02" | 422 | /referral
                    "fact": "suspect.absconded", "occurredAt": "2025-03-20", "suspect": "a name"                 | 400 | /suspect
                    "fact": "suspect.absconded", "occurredAt": "2025-03-20", "suspect": "0195d102-3b40-7c22-9e33-1b2c3d4e5f02" | 422 | /suspect
                    "fact": "qualification.set", "occurredAt": "2025-03-20", "article": "Art. 137", "class": "grave" | 400 | /article
                    "fact": "qualification.set", "occurredAt": "2025-03-20", "article": "kg-1", "class": "mild"  | 400 | /class
                    "fact": "qualification.set", "occurredAt": "2025-03-20", "article": "kg-1"                   | 422 | /class
                    "fact": "qualification.set", "occurredAt": "2025-03-20", "article": "kg-1", "class": "grave", "from": "2025-03-21" | 422 | /from
                    """)
    void aWrongFieldIsNamedAndNothingIsRecorded(String fields, int status, String pointer) {
        var complaint = Untouched.COMPLAINT;

        tell(complaint, "{" + fields + "}")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        lawyer().get("/complaints/{id}/facts", complaint).then().body("facts", hasSize(0));
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAndAnotherOneIsRefused() {
        var complaint = consented();
        var key = UUID.randomUUID();
        for (var replayed : new String[] {null, "true"}) {
            lawyer().header("Idempotency-Key", key)
                    .body(EXHAUSTED)
                    .post("/complaints/{id}/facts", complaint)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", replayed == null ? nullValue() : equalTo(replayed));
        }
        tell(complaint, EXHAUSTED).statusCode(409).body("type", equalTo("urn:aryz:problem:already-exhausted"));
    }

    @Test
    void aReferralOfAnotherComplaintIsUnknown() {
        var other = sent();

        tell(
                        consented(),
                        "{\"fact\": \"forensic-exam.ordered\", \"occurredAt\": \"2025-03-20\", \"referral\": \"%s\"}"
                                .formatted(other))
                .statusCode(422)
                .body("errors.pointer", hasItem("/referral"));
    }

    /** One complaint for all that must be refused. */
    private static final class Untouched {
        static final UUID COMPLAINT = consented();
    }
}
