package org.aryz.intake.http;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.aryz.testplatform.TestTokens;

/** Talks to intake as people and systems do. */
final class Intake {
    static final String PARTNER = TestTokens.of("legal-aid", "partner");
    static final String CASE_WORKER = TestTokens.of("coalition", "case-worker");
    static final String LAWYER = TestTokens.of("coalition", "lawyer");
    static final String COORDINATOR = TestTokens.of("coalition", "coordinator");
    static final String AUDITOR = TestTokens.of("coalition", "auditor");
    static final String ADMINISTRATOR = TestTokens.of("coalition", "administrator");
    static final String STRANGER = TestTokens.of("hotline", "partner");

    static final String SMALL =
            """
            {"channel":"phone","jurisdiction":"KG","allegations":[{"kind":"torture","place":"police-station",
             "region":"KG-GB","agency":"criminal-police","earliest":"2026-01-15"}]}""";

    private Intake() {}

    static String caseWorker(String name) {
        return TestTokens.of(name, "coalition", Duration.ofHours(1), "case-worker");
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    static Response post(String token, String path, String body) {
        return post(token, newKey(), path, body);
    }

    static Response post(String token, String key, String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    static Response postOn(long version, String token, String key, String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    static Response get(String token, String path, Object... parameters) {
        return given().auth().oauth2(token).get(path, parameters);
    }

    /** Hands in a small complaint and tells where it is. */
    static String complaint() {
        var answer = post(PARTNER, "/complaints", SMALL);
        answer.then().statusCode(201);
        return "/complaints/" + answer.path("id");
    }
}
