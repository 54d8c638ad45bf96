package org.aryz.deadline.http;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.Report;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What runs out when in one complaint, why, and what was said of it. */
@Path("/complaints")
@Produces(APPLICATION_JSON)
public class DeadlinesResource {
    private final ComplaintDeadlines deadlines;
    private final CurrentCaller caller;

    public DeadlinesResource(ComplaintDeadlines deadlines, CurrentCaller caller) {
        this.deadlines = deadlines;
        this.caller = caller;
    }

    /** All deadlines of a complaint, the one that runs out first before the others. */
    record DeadlinesAnswer(
            UUID complaintId, String reference, long version, boolean expired, List<DeadlineAnswer> deadlines) {}

    @GET
    @Path("/{id}/deadlines")
    @Operation(
            operationId = "listDeadlines",
            summary = "All deadlines of a complaint, with the way on which each date was found")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeadlinesAnswer.class)))
    public Uni<Response> list(@PathParam("id") UUID id) {
        return deadlines.report(id).map(found -> answer(id, found.orElseThrow(Rejected::notFound)));
    }

    private Response answer(UUID id, Report report) {
        var complaint = report.facts().complaint();
        caller.mustTouch(complaint.organisation(), complaint.sharedWith());
        var all = report.all().stream()
                .map(clock -> DeadlineAnswer.of(clock, report))
                .toList();
        var body = new DeadlinesAnswer(
                id, complaint.reference(), report.version(), report.clocks().complaintExpired(), all);
        return Response.ok(body).header(ETAG, Versions.etag(report.version())).build();
    }
}
