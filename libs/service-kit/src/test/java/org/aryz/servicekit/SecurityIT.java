package org.aryz.servicekit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Base64;
import org.aryz.servicekit.sample.Notes;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class SecurityIT {

    private static final String NOTE = "/notes/" + Notes.ONE;

    @Test
    void withoutATokenNothingIsAnswered() {
        given().get(NOTE)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void theOwnerReadsAndTheOneItIsSharedWithToo() {
        get(TestTokens.of("legal-aid", "partner")).statusCode(200).body("place", equalTo("police-station"));
        get(TestTokens.of("coalition", "case-worker")).statusCode(200);
    }

    @Test
    void aForeignObjectIsNotThere() {
        get(TestTokens.of("hotline", "partner")).statusCode(404).contentType("application/problem+json");
        get(TestTokens.of("hotline", "case-worker")).statusCode(404);
    }

    @Test
    void sharingReachesOnlyRolesWhoseRowSaysSo() {
        get(TestTokens.of("coalition", "partner")).statusCode(404);
        get(TestTokens.of("coalition", "partner", "auditor")).statusCode(200);
    }

    @Test
    void anotherRoleIsRefused() {
        get(TestTokens.of("legal-aid", "operator"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:aryz:problem:forbidden"));
    }

    @Test
    void anOperationWithoutARowIsRefusedToEverybody() {
        given().auth()
                .oauth2(TestTokens.of("coalition", "partner", "case-worker", "administrator", "operator"))
                .get("/faults/forgotten/by-the-table")
                .then()
                .statusCode(403);
    }

    @Test
    void tamperedTokensAreRefusedAlsoAfterTheGoodOneWasTaken() {
        String good = TestTokens.of("hotline", "partner");
        get(good).statusCode(404);
        String[] part = good.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(part[1]), UTF_8).replace("hotline", "legal-aid");
        String forged = part[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8))
                + "." + part[2];

        get(forged).statusCode(401).contentType("application/problem+json");
        get(good.substring(0, good.length() - 4) + "AAAA").statusCode(401);
        get("not.a.token").statusCode(401);
        get(Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8)) + "." + part[1]
                        + ".")
                .statusCode(401);
    }

    @Test
    void expiredTokensAreRefused() {
        get(TestTokens.of("someone", "legal-aid", Duration.ofMinutes(-5), "partner"))
                .statusCode(401);
    }

    @Test
    void aTokenThatWasTakenIsRefusedOnceItHasExpired() {
        String token = TestTokens.of("someone", "legal-aid", Duration.ofSeconds(3), "partner");
        get(token).statusCode(200);
        get(token).statusCode(200);

        Patience.until("the token has expired", Duration.ofSeconds(10), () -> status(token) == 401);

        assertEquals(401, status(token));
    }

    @Test
    void aTokenWithoutAnOrganisationIsRefused() {
        get(TestTokens.of("someone", "", Duration.ofMinutes(5), "partner")).statusCode(403);
    }

    private static ValidatableResponse get(String token) {
        return given().auth().oauth2(token).get(NOTE).then();
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get(NOTE).statusCode();
    }
}
