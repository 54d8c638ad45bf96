package org.aryz.servicekit.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a request through only if the table of permissions has a row for its operation and one of the caller's roles. */
@Singleton
public final class PermissionCheck {

    private final CurrentIdentityAssociation identities;
    private final CurrentCaller current;
    private final Permissions permissions = Permissions.ofThisService();
    private final Map<Method, String> operations = new ConcurrentHashMap<>();

    PermissionCheck(CurrentIdentityAssociation identities, CurrentCaller current) {
        this.identities = identities;
        this.current = current;
    }

    @ServerRequestFilter(priority = jakarta.ws.rs.Priorities.AUTHORIZATION)
    public Uni<Void> check(ResourceInfo resource) {
        String operation = operations.computeIfAbsent(resource.getResourceMethod(), PermissionCheck::operationId);
        return identities
                .getDeferredIdentity()
                .invoke(identity -> admit(identity, operation))
                .replaceWithVoid();
    }

    private void admit(SecurityIdentity identity, String operation) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        Caller caller = Callers.of(identity);
        ObjectRule rule = permissions.ruleFor(operation, caller.roles()).orElseThrow(Rejected::forbidden);
        current.admit(caller, rule);
    }

    /** As the OpenAPI document names it: by the annotation, else by the method. */
    private static String operationId(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null || operation.operationId().isEmpty() ? method.getName() : operation.operationId();
    }
}
