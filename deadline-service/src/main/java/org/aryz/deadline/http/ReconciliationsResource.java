package org.aryz.deadline.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.reconciliation.Difference;
import org.aryz.deadline.reconciliation.Reconciliation;
import org.aryz.deadline.reconciliation.Reconciliations;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Holding what is armed against the histories of all complaints: what was found, and having it done now. */
@Path("/reconciliations")
@Produces(APPLICATION_JSON)
public class ReconciliationsResource {
    private static final int SHOWN = 20;

    private final Reconciliations passes;
    private final CurrentCaller caller;

    public ReconciliationsResource(Reconciliations passes, CurrentCaller caller) {
        this.passes = passes;
        this.caller = caller;
    }

    /** Deadlines that were repaired, by what was wrong. */
    record Repaired(long missing, long surplus, long wrongTime, long altered) {
        static Repaired of(Reconciliation pass) {
            return new Repaired(
                    pass.found(Difference.MISSING),
                    pass.found(Difference.SURPLUS),
                    pass.found(Difference.WRONG_TIME),
                    pass.found(Difference.ALTERED));
        }
    }

    /**
     * One pass over all complaints.
     *
     * @param checked complaints looked at so far
     * @param failed complaints that could not be compared; the log names them
     */
    record ReconciliationAnswer(
            UUID id,
            String reason,
            @Nullable String askedBy,
            Instant beganAt,
            @Nullable Instant finishedAt,
            long checked,
            Repaired repaired,
            long failed) {
        static ReconciliationAnswer of(Reconciliation pass) {
            return new ReconciliationAnswer(
                    pass.id(),
                    pass.reason(),
                    pass.askedBy(),
                    pass.beganAt(),
                    pass.finishedAt(),
                    pass.checked(),
                    Repaired.of(pass),
                    pass.failed());
        }
    }

    /** The last passes, newest first. */
    record ReconciliationsAnswer(List<ReconciliationAnswer> reconciliations) {}

    @GET
    @Operation(operationId = "listReconciliations", summary = "The last passes over all complaints, newest first")
    public Uni<ReconciliationsAnswer> list() {
        return passes.latest(SHOWN)
                .map(found -> new ReconciliationsAnswer(
                        found.stream().map(ReconciliationAnswer::of).toList()));
    }

    @POST
    @Operation(
            operationId = "reconcile",
            summary = "Hold what is armed against all histories now; the pass that runs already, if one does")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = ReconciliationAnswer.class)))
    public Uni<Response> reconcile() {
        return passes.begin("asked", caller.get().actor())
                .map(pass -> Response.accepted(ReconciliationAnswer.of(pass)).build());
    }
}
