package org.aryz.deadline.http;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.PastReports;
import org.aryz.deadline.application.Report;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.aryz.servicekit.time.DatabaseClock;
import org.aryz.servicekit.time.QueryTimes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What runs out when in one complaint, why, and what was said of it. */
@Path("/complaints")
@Produces(APPLICATION_JSON)
public class DeadlinesResource {
    private final ComplaintDeadlines deadlines;
    private final PastReports past;
    private final DatabaseClock clock;
    private final CurrentCaller caller;

    public DeadlinesResource(
            ComplaintDeadlines deadlines, PastReports past, DatabaseClock clock, CurrentCaller caller) {
        this.deadlines = deadlines;
        this.past = past;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * All deadlines of a complaint, the one that runs out first before the others.
     *
     * @param asOf the hour that was looked back to, with
     * @param knownOn the hour until which what was recorded counts; both absent in an answer about the present
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadlinesAnswer(
            UUID complaintId,
            String reference,
            long version,
            @Nullable Instant asOf,
            @Nullable Instant knownOn,
            boolean expired,
            List<DeadlineAnswer> deadlines) {}

    @GET
    @Path("/{id}/deadlines")
    @Operation(
            operationId = "listDeadlines",
            summary = "All deadlines of a complaint, with the way on which each date was found")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeadlinesAnswer.class)))
    public Uni<Response> list(
            @PathParam("id") UUID id,
            @Parameter(description = "How they stood at this time; the present where it is absent")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "By what was recorded until this time; until asOf where it is absent")
                    @QueryParam("knownOn")
                    @Nullable
                    String knownOn) {
        var hour = QueryTimes.moment("asOf", asOf);
        var known = QueryTimes.moment("knownOn", knownOn);
        return hour == null && known == null
                ? deadlines.report(id).map(found -> answer(id, found.orElseThrow(Rejected::notFound)))
                : clock.now().flatMap(now -> lookBack(id, hour == null ? now : hour, known, now));
    }

    private Response answer(UUID id, Report report) {
        var complaint = report.facts().complaint();
        caller.mustTouch(complaint.organisation(), complaint.sharedWith());
        return Response.ok(body(id, report, null, null))
                .header(ETAG, Versions.etag(report.version()))
                .build();
    }

    private Uni<Response> lookBack(UUID id, Instant asOf, @Nullable Instant knownOn, Instant now) {
        var hour = QueryValues.past("asOf", asOf, now);
        var known = knownOn == null ? hour : QueryValues.past("knownOn", knownOn, now);
        return past.report(id, hour, known).map(found -> {
            var complaint = found.orElseThrow(Rejected::notFound);
            caller.mustTouch(
                    complaint.complaint().organisation(), complaint.complaint().sharedWith());
            var report = complaint.report().orElseThrow(Rejected::notFound);
            return Response.ok(body(id, report, hour, known)).build();
        });
    }

    private static DeadlinesAnswer body(UUID id, Report report, @Nullable Instant asOf, @Nullable Instant knownOn) {
        var all = report.all().stream()
                .map(clock -> DeadlineAnswer.of(clock, report))
                .toList();
        var reference = report.facts().complaint().reference();
        var expired = report.clocks().complaintExpired();
        return new DeadlinesAnswer(id, reference, report.version(), asOf, knownOn, expired, all);
    }
}
