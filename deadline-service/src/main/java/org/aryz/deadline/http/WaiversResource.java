package org.aryz.deadline.http;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aryz.deadline.WaiverRefused;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.Report;
import org.aryz.deadline.application.Waivers;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Where a named person gives up a term and answers for it. */
@Path("/complaints")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
public class WaiversResource {
    private final ComplaintDeadlines deadlines;
    private final Waivers waivers;
    private final CurrentCaller caller;

    public WaiversResource(ComplaintDeadlines deadlines, Waivers waivers, CurrentCaller caller) {
        this.deadlines = deadlines;
        this.waivers = waivers;
        this.caller = caller;
    }

    /** Why the term is given up: a code that its rule allows. */
    record WaiverBody(@NotNull @Size(max = 64) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String reason) {}

    /** What was given up. */
    record WaiverAnswer(UUID complaintId, UUID deadline, String reason, long version) {}

    @POST
    @Path("/{id}/deadlines/{deadline}/waivers")
    @Operation(
            operationId = "waiveDeadline",
            summary = "Give up a term, with a reason that its rule allows; a breach that was said stays")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WaiverAnswer.class)))
    public Uni<Response> waive(
            @PathParam("id") UUID id,
            @PathParam("deadline") UUID deadline,
            @Parameter(required = true, description = "The same when the same request is sent again")
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    String key,
            @NotNull @Valid WaiverBody body) {
        var asked = Requests.asked(caller.get(), key, "waiveDeadline " + id + " " + deadline + " " + body.reason());
        return deadlines
                .report(id)
                .map(found -> found.orElseThrow(Rejected::notFound))
                .invoke(this::mustBeTheirs)
                .flatMap(_ -> waivers.waive(asked, id, deadline, body.reason()))
                .onFailure(WaiverRefused.class)
                .transform(WaiversResource::problem)
                .map(done -> answer(done, new WaiverAnswer(id, deadline, body.reason(), done.version())));
    }

    private void mustBeTheirs(Report report) {
        var complaint = report.facts().complaint();
        caller.mustTouch(complaint.organisation(), complaint.sharedWith());
    }

    private static Response answer(Waivers.Done done, WaiverAnswer body) {
        var answer = Response.status(Response.Status.CREATED).entity(body).header(ETAG, Versions.etag(done.version()));
        return (done.replayed() ? answer.header(IdempotencyKey.REPLAYED, "true") : answer).build();
    }

    private static Rejected problem(WaiverRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_DEADLINE -> Rejected.notFound();
            case NOT_RUNNING ->
                Rejected.conflict("deadline-not-running", "It was met, has ended or was given up before");
            case LIMITATION_RUNS_ON ->
                Rejected.conflict(
                        "limitation-runs-on",
                        "A limitation ends by a judgment in force, by closing the complaint, or where counsel has"
                                + " confirmed that there is none");
            case REASON_NOT_ALLOWED -> {
                var detail = "The rule of this term names the reasons it may be given up for";
                yield Rejected.unprocessable(
                        "reason-not-allowed", detail, FieldError.at("/reason", "not-allowed", detail));
            }
        };
    }
}
