package org.aryz.servicekit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class BadInputIT {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void aGoodNoteIsTaken() {
        post("""
                {"text":"caf\u00e9","place":"police-station","on":"2026-03-01","at":"2026-03-01T10:00:00+06:00","lines":[{"kind":"court"}]}""")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("note.place", equalTo("police-station"))
                .body("note.at", equalTo("2026-03-01T04:00:00Z"))
                .body("by.organisation", equalTo("legal-aid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":1,\"lines\":[{\"kind\":\"court\"}]}                        | /text          | wrong-type",
                "{\"text\":\"a\\u0000b\",\"lines\":[{\"kind\":\"court\"}]}           | /text          | bad-format",
                "{\"text\":\"a\\ud800b\",\"lines\":[{\"kind\":\"court\"}]}           | /text          | bad-format",
                "{\"text\":\"a\",\"lines\":[{\"kind\":\"jail\"}]}                    | /lines/0/kind  | unknown-code",
                "{\"text\":\"a\",\"lines\":[{\"kind\":0}]}                           | /lines/0/kind  | unknown-code",
                "{\"text\":\"a\",\"lines\":[{\"kind\":\"\"}]}                        | /lines/0/kind  | unknown-code",
                "{\"text\":\"a\",\"lines\":[{\"kind\":\"court\",\"urgent\":\"yes\"}]} | /lines/0/urgent | wrong-type",
                "{\"text\":\"a\",\"lines\":[{\"kind\":\"court\",\"urgent\":1}]}      | /lines/0/urgent | wrong-type",
                "{\"text\":\"a\",\"lines\":[{\"kind\":\"court\",\"a/b\":1}]}         | /lines/0/a~1b  | unknown-field",
                "{\"text\":\"a\",\"lines\":{}}                                       | /lines         | wrong-type",
                "{\"text\":\"a\",\"on\":\"2026-02-30\",\"lines\":[]}                 | /on            | bad-format",
                "{\"text\":\"a\",\"on\":[2026,2,1],\"lines\":[]}                     | /on            | wrong-type",
                "{\"text\":\"a\",\"on\":\"\",\"lines\":[]}                           | /on            | bad-format",
                "{\"text\":\"a\",\"at\":\"2026-02-01T10:00:00\",\"lines\":[]}        | /at            | bad-format",
                "{\"text\":\"a\",\"at\":1700000000,\"lines\":[]}                     | /at            | wrong-type",
                "{\"text\":\"a\",\"count\":\"7\",\"lines\":[]}                       | /count         | wrong-type",
                "{\"text\":\"a\",\"count\":7.5,\"lines\":[]}                         | /count         | wrong-type"
            })
    void whatHasTheWrongFormIsNamedByItsPointer(String body, String pointer, String code) {
        post(body)
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:aryz:problem:bad-body"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lines\":[{\"kind\":\"court\"}]}              | /text         | not-null",
                "{\"text\":\"a\",\"lines\":[]}                   | /lines        | not-empty",
                "{\"text\":\"a\",\"lines\":[{\"kind\":\"court\"},{}]} | /lines/1/kind | not-null",
                "null                                            | ''            | not-null"
            })
    void whatCannotBeAcceptedIsNamedByItsPointer(String body, String pointer, String code) {
        post(body)
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:aryz:problem:invalid"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void anEmptyBodyIsRefused() {
        post("").statusCode(422).contentType(PROBLEM).body("errors[0].code", equalTo("not-null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "not json",
                "{\"text\":\"a\",}",
                "{\"text\":\"a\",\"text\":\"b\",\"lines\":[{\"kind\":\"court\"}]}",
                "{\"text\":\"a\",\"lines\":[{\"kind\":\"court\"}]} trailing"
            })
    void whatIsNotJsonIsRefused(String body) {
        post(body)
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:aryz:problem:not-json"))
                .body(not(containsString("trailing")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c080", "eda080", "e9"})
    void badUtf8IsRefused(String hex) {
        byte[] bad = java.util.HexFormat.of().parseHex(hex);
        byte[] body = new byte[bad.length + 22];
        System.arraycopy("{\"lines\":[],\"text\":\"".getBytes(StandardCharsets.US_ASCII), 0, body, 0, 20);
        System.arraycopy(bad, 0, body, 20, bad.length);
        System.arraycopy("\"}".getBytes(StandardCharsets.US_ASCII), 0, body, 20 + bad.length, 2);

        given().auth()
                .oauth2(TestTokens.of("legal-aid", "partner"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/notes")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:aryz:problem:not-json"));
    }

    @Test
    void utf16IsRefused() {
        given().auth()
                .oauth2(TestTokens.of("legal-aid", "partner"))
                .contentType(ContentType.JSON)
                .body("{\"text\":\"a\",\"lines\":[{\"kind\":\"court\"}]}".getBytes(StandardCharsets.UTF_16LE))
                .post("/notes")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:aryz:problem:not-json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 50_000})
    void depthBombsAreRefused(int depth) {
        post("{\"lines\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
                .statusCode(400)
                .contentType(PROBLEM);
        post("[".repeat(depth)).statusCode(400).contentType(PROBLEM);
    }

    @Test
    void longTextsAreRefused() {
        post("{\"text\":\"" + "x".repeat(70_000) + "\",\"lines\":[]}")
                .statusCode(400)
                .body("type", equalTo("urn:aryz:problem:json-too-complex"));
    }

    @Test
    void bodiesOverTheLimitAreRefusedAndTheLimitIsNamed() {
        post("{\"text\":\"" + "x".repeat(300_000) + "\"}")
                .statusCode(413)
                .contentType(PROBLEM)
                .body("detail", containsString("256 KB"));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void bodiesThatDoNotSayHowLargeTheyAreAreHeldToTheLimitToo(HttpClient.Version version) throws Exception {
        var large = sendInChunks(version, "{\"text\":\"" + "x".repeat(300_000) + "\"}");
        assertEquals(413, large.statusCode());
        assertTrue(large.body().contains("256 KB"), large.body());

        var small = sendInChunks(version, "{\"text\":\"a\",\"lines\":[{\"kind\":\"court\"}]}");
        assertEquals(201, small.statusCode(), small.body());
        assertTrue(small.body().contains("\"bytes\":39"), small.body());
    }

    private static HttpResponse<String> sendInChunks(HttpClient.Version version, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/notes"))
                .version(version)
                .header("Authorization", "Bearer " + TestTokens.of("legal-aid", "partner"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k-1")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().auth()
                .oauth2(TestTokens.of("legal-aid", "partner"))
                .contentType(ContentType.XML)
                .body("<a/>")
                .post("/notes")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void anotherAnswerThanJsonIsNotOffered() {
        given().auth()
                .oauth2(TestTokens.of("legal-aid", "partner"))
                .accept("text/csv")
                .get("/notes")
                .then()
                .statusCode(406)
                .contentType(PROBLEM);
    }

    @Test
    void unknownPathsMethodsAndIdsAreProblems() {
        var request = given().auth().oauth2(TestTokens.of("legal-aid", "partner"));
        request.get("/nowhere").then().statusCode(404).contentType(PROBLEM);
        request.get("/notes/not-a-uuid").then().statusCode(404).contentType(PROBLEM);
        request.delete("/notes").then().statusCode(405).contentType(PROBLEM);
    }

    @Test
    void badParametersAreNamed() {
        get("/notes?kind=0")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("kind"))
                .body("errors[0].pointer", nullValue());
        get("/notes?limit=0").then().statusCode(400).body("errors[0].parameter", equalTo("limit"));
        get("/notes?after=@@").then().statusCode(400).body("errors[0].parameter", equalTo("after"));
    }

    @Test
    void aMissingIdempotencyKeyIsNamed() {
        given().auth()
                .oauth2(TestTokens.of("legal-aid", "partner"))
                .contentType(ContentType.JSON)
                .body("{\"text\":\"a\",\"lines\":[{\"kind\":\"court\"}]}")
                .post("/notes")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("Idempotency-Key"));
    }

    private static Response get(String path) {
        return given().auth().oauth2(TestTokens.of("legal-aid", "partner")).get(path);
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(TestTokens.of("legal-aid", "partner"))
                .contentType("application/json; charset=UTF-8")
                .header("Idempotency-Key", "k-1")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/notes")
                .then();
    }
}
