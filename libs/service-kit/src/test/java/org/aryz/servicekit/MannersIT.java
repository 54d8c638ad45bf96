package org.aryz.servicekit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aryz.servicekit.sample.Notes;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class MannersIT {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Test
    void followingTheLinksReadsEveryRowOnce() {
        List<Integer> read = new ArrayList<>();
        String path = "/notes?limit=2&kind=1";
        for (int pages = 0; path != null && pages < 10; pages++) {
            Response page = caseWorker().get(URI.create(path));
            read.addAll(page.jsonPath().getList("notes", Integer.class));
            Matcher link = NEXT.matcher(page.getHeader("Link") == null ? "" : page.getHeader("Link"));
            path = link.find() ? link.group(1) : null;
            assertTrue(path == null || path.contains("kind=1"));
        }
        assertEquals(List.of(1, 2, 3, 4, 5), read);
    }

    @Test
    void aWholeListHasNoNextPage() {
        caseWorker()
                .get("/notes")
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("notes", contains(1, 2, 3, 4, 5));
    }

    @Test
    void changingNeedsTheVersionThatWasRead() {
        String note = "/notes/" + Notes.ONE;
        caseWorker().put(note).then().statusCode(428);
        caseWorker().header("If-Match", "\"6\"").put(note).then().statusCode(412);
        caseWorker().header("If-Match", "W/\"7\"").put(note).then().statusCode(412);
        caseWorker()
                .header("If-Match", "\"7\"")
                .put(note)
                .then()
                .statusCode(200)
                .body("version", equalTo(8));
    }

    @Test
    void theSendersCorrelationIdIsKeptAndAnythingElseReplaced() {
        String id = "5f1c2a3e-7d0b-4c59-9a55-0123456789ab";
        given().header("X-Correlation-Id", id).get("/nowhere").then().header("X-Correlation-Id", id);
        given().header("X-Correlation-Id", "evil\tvalue")
                .get("/nowhere")
                .then()
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
        caseWorker()
                .header("X-Correlation-Id", id)
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{\"text\":\"a\",\"lines\":[{\"kind\":\"court\"}]}")
                .post("/notes")
                .then()
                .body("correlationId", equalTo(id));
    }

    @Test
    void healthNamesTheDatabaseAndKafka() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("PostgreSQL"))
                .body("checks.name", hasItem("Kafka"))
                .body("checks.find { it.name == 'Kafka' }.data.reachable", equalTo(true));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
    }

    @Test
    void theOpenApiDocumentNamesOperationsAsTheTableDoes() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", matchesPattern("3\\.1.*"))
                .body("paths.'/notes'.post.operationId", equalTo("write-note"))
                .body("paths.'/notes/{id}'.get.operationId", equalTo("readNote"))
                .body("paths.keySet()", not(hasItem("/q/health")));
    }

    private static RequestSpecification caseWorker() {
        return given().auth().oauth2(TestTokens.of("coalition", "case-worker")).contentType("application/json");
    }
}
