package org.aryz.intake.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.aryz.intake.application.Complaints;
import org.aryz.intake.application.Done;
import org.aryz.servicekit.json.RequestBody;
import org.aryz.servicekit.security.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** Checks what is told about a complaint on file and does it, once. */
@Singleton
public class Steps {
    private final Complaints complaints;
    private final Requests requests;
    private final CurrentCaller caller;

    Steps(Complaints complaints, Requests requests, CurrentCaller caller) {
        this.complaints = complaints;
        this.requests = requests;
        this.caller = caller;
    }

    /** @param onVersion the version the caller has seen, where the step must rest on it */
    Uni<Done> take(
            String operation,
            UUID complaint,
            @Nullable String key,
            @Nullable Long onVersion,
            @Nullable StepBody body,
            ContainerRequestContext http) {
        var given = Answers.body(body);
        var checks = new Checks();
        given.check(checks);
        checks.passed();
        var change = given.toChange(caller.get().actor());
        return requests.once(key, operation, complaint.toString(), RequestBody.bytes(http))
                .flatMap(request -> complaints.change(complaint, change, onVersion, request));
    }
}
