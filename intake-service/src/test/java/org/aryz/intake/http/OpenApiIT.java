package org.aryz.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aryz.testplatform.PlatformResource;
import org.junit.jupiter.api.Test;

/** The committed OpenAPI document is the one that is served. {@code -Daryz.openapi.write=true} writes it anew. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OpenApiIT {
    private static final Path COMMITTED = Path.of("..", "docs", "api", "intake.openapi.yaml");

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        var served = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("aryz.openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(served);
    }
}
