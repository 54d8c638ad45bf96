package org.aryz.deadline.http;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.aryz.testplatform.PermissionsContract;
import org.aryz.testplatform.PlatformResource;

/** Who may do what, operation by operation, as {@code permissions.csv} says. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PermissionsIT extends PermissionsContract {
    @Override
    protected Example exampleOf(String operationId) {
        var complaint = ServiceIT.known(new Voice().receives(ServiceIT.today(), ServiceIT.today())).complaint;
        var path = Map.of("id", complaint.toString(), "deadline", deadline(complaint));
        return new Example(path, operationId.equals("waiveDeadline") ? "{\"reason\": \"impossible\"}" : null);
    }

    private static String deadline(UUID complaint) {
        return ServiceIT.lawyer()
                .get("/complaints/{id}/deadlines", complaint)
                .then()
                .extract()
                .path("deadlines.find { it.rule == 'CO-TRIAGE' }.id");
    }
}
