package org.aryz.servicekit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class FailuresIT {

    @ParameterizedTest
    @ValueSource(strings = {"refused", "shutdown", "slow"})
    void whatIsAwayIsToBeTriedAgainLater(String kind) {
        given().auth()
                .oauth2(TestTokens.of("coalition", "case-worker"))
                .get("/faults/" + kind)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", equalTo("urn:aryz:problem:unavailable"));
    }

    @Test
    void aFaultTellsNothingOfItself() {
        given().auth()
                .oauth2(TestTokens.of("coalition", "case-worker"))
                .get("/faults/fault")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(not(containsString("canary")))
                .body(not(containsString("Exception")))
                .body("type", equalTo("urn:aryz:problem:internal-error"));
    }
}
