package org.aryz.deadline.http;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.aryz.testplatform.PermissionsContract;
import org.aryz.testplatform.PlatformResource;

/** Who may do what, operation by operation, as {@code permissions.csv} says. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PermissionsIT extends PermissionsContract {
    @Override
    protected Example exampleOf(String operationId) {
        var complaint = ServiceIT.known(new Voice().receives(ServiceIT.today(), ServiceIT.today())).complaint;
        return new Example(Map.of("id", complaint.toString()), null);
    }
}
