package org.aryz.testplatform;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Drives every operation of a service's OpenAPI document through its table of permissions: every role, with an object of its own
 * organisation and with a foreign one. A service extends it by a {@code @QuarkusTest} with {@link PlatformResource} and gives an
 * example per operation.
 */
public abstract class PermissionsContract {

    /** The organisation that owns the objects of the examples. */
    protected static final String OWNER = "legal-aid";

    private static final List<String> ROLES =
            List.of("partner", "case-worker", "lawyer", "coordinator", "auditor", "administrator", "operator");

    private static final String STRANGER = "stranger";

    private final PermissionTable table = PermissionTable.ofTheService();

    /**
     * A good request of this operation; where its path has parameters, about a fresh object that {@link #OWNER} owns and shares with
     * nobody but the coalition.
     */
    protected abstract Example exampleOf(String operationId);

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        var operations =
                OpenApiOperation.all().map(OpenApiOperation::id).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(operations, new TreeSet<>(table.operations()));
    }

    @Test
    void withoutATokenNoOperationAnswers() {
        assertAll(OpenApiOperation.all().map(operation -> (Executable) () -> {
            int status = operation.send(given(), Example.withBody("{}"));
            assertEquals(401, status, operation + " without a token");
        }));
    }

    @Test
    void everyOperationAdmitsExactlyTheRolesOfItsRows() {
        forAllRoles((operation, role) -> {
            int status = operation.send(as(OWNER, role), Example.withBody("{}"));
            boolean admitted = table.admits(operation.id(), role);
            assertEquals(admitted, status != 401 && status != 403, operation + " as " + role + " answers " + status);
            assertTrue(status < 500, operation + " as " + role + " answers " + status);
        });
    }

    @Test
    void ownObjectsAreReachedAndForeignOnesAreNotThere() {
        forAllRoles((operation, role) -> {
            if (operation.namesAnObject() && table.reachesObjects(operation.id(), role)) {
                Example example = exampleOf(operation.id());
                int foreign = operation.send(as(STRANGER, role), example);
                assertEquals(404, foreign, operation + " on a foreign object as " + role);
                int own = operation.send(as(OWNER, role), example);
                assertTrue(
                        own < 500 && own != 404 && own != 403,
                        operation + " on an own object as " + role + " answers " + own);
            }
        });
    }

    private static void forAllRoles(BiConsumer<OpenApiOperation, String> check) {
        assertAll(OpenApiOperation.all()
                .flatMap(operation -> ROLES.stream().map(role -> (Executable) () -> check.accept(operation, role))));
    }

    private static RequestSpecification as(String organisation, String role) {
        return given().auth().oauth2(TestTokens.of(organisation, role));
    }

    /**
     * A request: values for the parameters of the path, and a body where the operation takes one.
     *
     * @param path by name; what is not named gets a random UUID
     */
    public record Example(Map<String, String> path, @Nullable String body) {

        public Example {
            path = Map.copyOf(path);
        }

        static Example withBody(String body) {
            return new Example(Map.of(), body);
        }
    }
}
