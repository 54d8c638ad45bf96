package org.aryz.referral.http;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.aryz.testplatform.PermissionsContract;
import org.aryz.testplatform.PlatformResource;
import org.jspecify.annotations.Nullable;

/** Who may do what, operation by operation, as {@code permissions.csv} says. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PermissionsIT extends PermissionsContract {
    @Override
    protected Example exampleOf(String operationId) {
        return switch (operationId) {
            case "sendReferral" -> about(ServiceIT.CENTRAL);
            case "listReferrals", "listFacts" -> about(null);
            case "recordFact" -> about("{\"fact\": \"suspect.identified\", \"occurredAt\": \"2025-03-14\"}");
            case "recordJudgmentInForce" -> about("{\"outcome\": \"convicted\", \"inForceOn\": \"2025-10-01\"}");
            case "recordRegistration" -> of(ServiceIT.REGISTRATION);
            case "recordDecision" -> of(ServiceIT.REFUSAL);
            case "recordDecisionReceipt" -> receipt();
            case "getReferral" -> of(null);
            default -> throw new AssertionError("No example of " + operationId);
        };
    }

    private static Example about(@Nullable String body) {
        return new Example(Map.of("id", ServiceIT.consented().toString()), body);
    }

    private static Example of(@Nullable String body) {
        return new Example(Map.of("id", ServiceIT.sent().toString()), body);
    }

    private static Example receipt() {
        var referral = ServiceIT.sent().toString();
        String decision = ServiceIT.lawyer()
                .body(ServiceIT.REFUSAL)
                .post("/referrals/{id}/decisions", referral)
                .then()
                .extract()
                .path("id");
        return new Example(Map.of("id", referral, "decision", decision), "{\"received\": \"2025-05-14\"}");
    }
}
