package org.aryz.referral.http;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.aryz.testplatform.PermissionsContract;
import org.aryz.testplatform.PlatformResource;
import org.jspecify.annotations.Nullable;

/** Who may do what, operation by operation, as {@code permissions.csv} says. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PermissionsIT extends PermissionsContract {
    @Inject
    AgroalDataSource database;

    @Override
    protected Example exampleOf(String operationId) {
        var world = new ServiceIT() {};
        world.database = database;
        return switch (operationId) {
            case "sendReferral" -> about(world, ServiceIT.CENTRAL);
            case "listReferrals" -> about(world, null);
            case "recordJudgmentInForce" -> about(world, "{\"outcome\": \"convicted\", \"inForceOn\": \"2025-10-01\"}");
            case "recordRegistration" -> of(world, ServiceIT.REGISTRATION);
            case "recordDecision" -> of(world, ServiceIT.REFUSAL);
            case "recordDecisionReceipt" -> receipt(world);
            case "getReferral" -> of(world, null);
            default -> throw new AssertionError("No example of " + operationId);
        };
    }

    private static Example about(ServiceIT world, @Nullable String body) {
        return new Example(Map.of("id", world.consented().toString()), body);
    }

    private static Example of(ServiceIT world, @Nullable String body) {
        return new Example(Map.of("id", world.sent().toString()), body);
    }

    private static Example receipt(ServiceIT world) {
        var referral = world.sent().toString();
        String decision = ServiceIT.lawyer()
                .body(ServiceIT.REFUSAL)
                .post("/referrals/{id}/decisions", referral)
                .then()
                .extract()
                .path("id");
        return new Example(Map.of("id", referral, "decision", decision), "{\"received\": \"2025-05-14\"}");
    }
}
