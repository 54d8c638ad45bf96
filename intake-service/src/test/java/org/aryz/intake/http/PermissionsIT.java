package org.aryz.intake.http;

import static org.aryz.intake.http.Intake.SMALL;
import static org.aryz.intake.http.Intake.complaint;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.aryz.testplatform.PermissionsContract;
import org.aryz.testplatform.PlatformResource;
import org.jspecify.annotations.Nullable;

/** Every operation, for every role, with own and foreign complaints. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PermissionsIT extends PermissionsContract {
    @Override
    protected Example exampleOf(String operationId) {
        var id = complaint().substring("/complaints/".length());
        return new Example(Map.of("id", id), bodyOf(operationId));
    }

    private static @Nullable String bodyOf(String operationId) {
        return switch (operationId) {
            case "receiveComplaint" -> SMALL;
            case "triageComplaint" -> "{\"priority\":\"high\"}";
            case "recordConsent" -> "{\"use\":\"refer\"}";
            case "recordMedicalExam" -> "{\"step\":\"requested\",\"kind\":\"general\",\"occurredAt\":\"2026-01-16\"}";
            case "recordFact" -> "{\"fact\":\"photographs.stored\",\"occurredAt\":\"2026-01-16\"}";
            case "reportThreat" -> "{\"source\":\"police\",\"occurredAt\":\"2026-01-16\"}";
            case "requestWithdrawal" -> "{\"coercionSuspected\":false}";
            case "recordSafetyInterview" -> "{\"finding\":\"unclear\"}";
            case "closeComplaint" -> "{\"reason\":\"other\"}";
            case "setLegalHold" -> "{\"reason\":\"court-proceedings\"}";
            case "liftLegalHold" -> "{}";
            case "redactTexts" -> "{\"of\":[\"victim\"]}";
            case "erasePersonalData" -> "{\"of\":[\"victim\"],\"askedBy\":\"person\",\"reason\":\"objection\"}";
            default -> null;
        };
    }
}
