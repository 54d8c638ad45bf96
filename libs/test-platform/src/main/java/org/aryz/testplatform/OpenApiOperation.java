package org.aryz.testplatform;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One operation of the OpenAPI document of the service under test. */
record OpenApiOperation(String method, String path, String id) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> WITHOUT_BODY = Set.of("get", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    static Stream<OpenApiOperation> all() {
        Map<String, Map<String, ?>> paths = given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        return paths.entrySet().stream().flatMap(path -> path.getValue().entrySet().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .map(operation -> new OpenApiOperation(
                        operation.getKey(),
                        path.getKey(),
                        idOf(operation.getValue()).orElse("without operationId"))));
    }

    private static Optional<String> idOf(Object operation) {
        return operation instanceof Map<?, ?> fields
                ? Optional.ofNullable(fields.get("operationId")).map(Object::toString)
                : Optional.empty();
    }

    boolean namesAnObject() {
        return PARAMETER.matcher(path).find();
    }

    int send(RequestSpecification request, PermissionsContract.Example example) {
        request.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"1\"");
        if (example.body() != null && !WITHOUT_BODY.contains(method)) {
            request.body(example.body());
        }
        String at = PARAMETER.matcher(path).replaceAll(match -> example.path()
                .getOrDefault(match.group(1), UUID.randomUUID().toString()));
        return request.request(method, at).statusCode();
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
