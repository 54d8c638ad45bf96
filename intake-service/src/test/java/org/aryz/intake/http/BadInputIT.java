package org.aryz.intake.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.intake.http.Intake.CASE_WORKER;
import static org.aryz.intake.http.Intake.PARTNER;
import static org.aryz.intake.http.Intake.SMALL;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.aryz.testplatform.PlatformResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer names the field, and nothing is stored. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class BadInputIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Pool pool;

    private long storedBefore;

    @BeforeEach
    void count() {
        storedBefore = stored();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(stored()).isEqualTo(storedBefore);
    }

    /** Sets one field of a small complaint that is good otherwise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/channel                    | \"rumour\"                      | 400 | /channel",
                "/channel                    | 7                               | 400 | /channel",
                "/channel                    | null                            | 422 | /channel",
                "/jurisdiction               | \"XX\"                          | 400 | /jurisdiction",
                "/jurisdiction               | null                            | 422 | /jurisdiction",
                "/zone                       | \"Asia/Atlantis\"               | 400 | /zone",
                "/zone                       | \"+06:00\"                      | 400 | /zone",
                "/colour                     | \"red\"                         | 400 | /colour",
                "/allegations                | []                              | 422 | /allegations",
                "/allegations                | [null]                          | 422 | /allegations/0",
                "/allegations                | {}                              | 400 | /allegations",
                "/allegations                | null                            | 422 | /allegations",
                "/allegations/0/kind         | \"bad-mood\"                    | 400 | /allegations/0/kind",
                "/allegations/0/kind         | null                            | 422 | /allegations/0/kind",
                "/allegations/0/place        | null                            | 422 | /allegations/0/place",
                "/allegations/0/agency       | \"\"                            | 400 | /allegations/0/agency",
                "/allegations/0/region       | \"KG-XX\"                       | 400 | /allegations/0/region",
                "/allegations/0/earliest     | null                            | 422 | /allegations/0/earliest",
                "/allegations/0/earliest     | \"yesterday\"                   | 400 | /allegations/0/earliest",
                "/allegations/0/earliest     | \"2026-02-30\"                  | 400 | /allegations/0/earliest",
                "/allegations/0/earliest     | \"1026-02-03\"                  | 400 | /allegations/0/earliest",
                "/allegations/0/earliest     | \"2026-01-15T20:00:00\"         | 400 | /allegations/0/earliest",
                "/allegations/0/earliest     | \"2999-01-01\"                  | 422 | /allegations/0/earliest",
                "/allegations/0/latest       | \"2026-01-14\"                  | 422 | /allegations/0/latest",
                "/allegations/0/latest       | \"2999-01-01T00:00:00Z\"        | 422 | /allegations/0/latest",
                "/allegations/0/colour       | \"red\"                         | 400 | /allegations/0/colour",
                "/flags                      | {\"minor\":\"yes\"}             | 400 | /flags/minor",
                "/flags                      | {\"sad\":true}                  | 400 | /flags/sad",
                "/complainant                | {\"relation\":\"neighbour\"}    | 400 | /complainant/relation",
                "/complainant                | \"somebody\"                    | 400 | /complainant",
                "/victim                     | {\"birthDate\":\"2999-01-01\"}  | 422 | /victim/birthDate",
                "/victim                     | {\"birthDate\":\"long ago\"}    | 400 | /victim/birthDate",
                "/victim                     | {\"languages\":[\"Kyrgyz\"]}    | 422 | /victim/languages/0",
                "/victim                     | {\"languages\":[null]}          | 422 | /victim/languages/0",
                "/narrative                  | \"a\\u0000b\"                   | 400 | /narrative",
                "/narrative                  | [\"a\"]                         | 400 | /narrative",
                "/consents                   | [{}]                            | 422 | /consents/0/use",
                "/consents                   | [{\"use\":\"sell\"}]            | 400 | /consents/0/use",
                "/consents                   | [{\"use\":\"share\"}]           | 422 | /consents/0/organisations",
                "/consents     | [{\"use\":\"refer\",\"authorities\":[\"A B\"]}]    | 422 | /consents/0/authorities/0",
                "/consents     | [{\"use\":\"statistics\",\"authorities\":[\"a\"]}] | 422 | /consents/0/authorities",
                "/consents     | [{\"use\":\"refer\",\"decision\":\"limited\"}]     | 422 | /consents/0/authorities",
            })
    void aBadFieldIsNamed(String at, String value, int status, String pointer) throws JsonProcessingException {
        // given
        var body = (ObjectNode) JSON.readTree(SMALL);
        var parent = (ObjectNode) body.at(at.substring(0, at.lastIndexOf('/')));
        parent.set(at.substring(at.lastIndexOf('/') + 1), JSON.readTree(value));

        // then
        post(PARTNER, "/complaints", body.toString())
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void textsThatAreTooLongAreNamedAllAtOnce() throws JsonProcessingException {
        var body = (ObjectNode) JSON.readTree(SMALL);
        body.put("narrative", "n".repeat(20_001));
        body.putObject("victim").put("name", "n".repeat(201));
        body.putObject("complainant").put("contact", "c".repeat(501));

        post(PARTNER, "/complaints", body.toString())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/narrative"))
                .body("errors.pointer", hasItem("/victim/name"))
                .body("errors.pointer", hasItem("/complainant/contact"));
    }

    @Test
    void moreThanTwentyAllegationsAreTooMany() {
        var one = SMALL.substring(SMALL.indexOf('[') + 1, SMALL.lastIndexOf(']'));
        var body = SMALL.replace(one, one + ("," + one).repeat(20));

        post(PARTNER, "/complaints", body).then().statusCode(422).body("errors.pointer", hasItem("/allegations"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "null", "\"text\"", "{\"channel\":", "{\"channel\":\"phone\"} more"})
    void whatIsNotAJsonObjectIsRefused(String body) {
        post(PARTNER, "/complaints", body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void badUtf8IsRefused() {
        send(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'})
                .statusCode(400);
    }

    @Test
    void aDepthBombIsRefused() {
        send("[".repeat(100_000).getBytes(UTF_8)).statusCode(400);
        send("{\"narrative\":".repeat(5_000).getBytes(UTF_8)).statusCode(400);
    }

    @Test
    void aBodyOf300KilobytesIsTooLarge() {
        post(PARTNER, "/complaints", "{\"narrative\":\"" + "x".repeat(300_000) + "\"}")
                .then()
                .statusCode(413);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().auth()
                .oauth2(PARTNER)
                .header("Idempotency-Key", newKey())
                .contentType("text/plain")
                .body(SMALL)
                .post("/complaints")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @CsvSource({
        "status=lost,status",
        "jurisdiction=XX,jurisdiction",
        "limit=0,limit",
        "limit=1000,limit",
        "after=nonsense,after"
    })
    void aBadParameterOfTheListIsNamed(String query, String parameter) {
        get(CASE_WORKER, "/complaints?" + query).then().statusCode(400).body("errors.parameter", hasItem(parameter));
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        get(CASE_WORKER, "/complaints/42").then().statusCode(404).body("status", is(404));
    }

    /** Sent as bytes: the client would indent a text of that depth for its log until the heap is full. */
    private static ValidatableResponse send(byte[] body) {
        return given().auth()
                .oauth2(PARTNER)
                .header("Idempotency-Key", newKey())
                .contentType("application/json")
                .body(body)
                .post("/complaints")
                .then();
    }

    private long stored() {
        return pool.query("select (select count(*) from event_log.event) + (select count(*) from intake.overview)"
                        + " + (select count(*) from event_log.idempotency_key)")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
