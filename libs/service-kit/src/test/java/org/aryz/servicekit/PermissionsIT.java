package org.aryz.servicekit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.aryz.servicekit.sample.Notes;
import org.aryz.testplatform.PermissionsContract;
import org.aryz.testplatform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PermissionsIT extends PermissionsContract {

    @Override
    protected Example exampleOf(String operationId) {
        return new Example(Map.of("id", Notes.ONE.toString()), null);
    }
}
