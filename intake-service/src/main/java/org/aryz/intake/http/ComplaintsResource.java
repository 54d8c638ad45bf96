package org.aryz.intake.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.Cut;
import org.aryz.intake.application.Answer;
import org.aryz.intake.application.CaseFiles;
import org.aryz.intake.application.Complaints;
import org.aryz.intake.view.Overview;
import org.aryz.intake.view.Overviews;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.json.RequestBody;
import org.aryz.servicekit.paging.Page;
import org.aryz.servicekit.paging.PageRequest;
import org.aryz.servicekit.security.CurrentCaller;
import org.aryz.servicekit.time.QueryTimes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Complaints: hand one in, read one, list them. */
@Path("/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ComplaintsResource {
    private final Complaints complaints;
    private final CaseFiles caseFiles;
    private final Overviews overviews;
    private final Requests requests;
    private final CurrentCaller caller;

    ComplaintsResource(
            Complaints complaints, CaseFiles caseFiles, Overviews overviews, Requests requests, CurrentCaller caller) {
        this.complaints = complaints;
        this.caseFiles = caseFiles;
        this.overviews = overviews;
        this.requests = requests;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "receiveComplaint", summary = "Hand in a complaint")
    @APIResponse(
            responseCode = "201",
            description = "Taken and stored",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> receiveComplaint(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable ComplaintBody body,
            @Context ContainerRequestContext http) {
        var given = Answers.body(body);
        return requests.once(key, "receiveComplaint", "", RequestBody.bytes(http))
                .flatMap(request -> complaints.receive(given.toSubmission(request.at()), request))
                .map(Answers::created);
    }

    @GET
    @Operation(
            operationId = "listComplaints",
            summary = "Complaints of the own organisation or shared with it, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of complaints; the next one is linked",
            content = @Content(schema = @Schema(implementation = ComplaintList.class)))
    public Uni<Response> listComplaints(
            @QueryParam("status") @Nullable String status,
            @QueryParam("jurisdiction") @Nullable String jurisdiction,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after, 1);
        return overviews
                .list(ListQuery.of(requests.reader(), status, jurisdiction, page))
                .map(found -> Page.of(page, found, line -> List.of(line.id().toString())))
                .map(cut -> cut.answer(uri, ComplaintList::new));
    }

    /** A page of a list of complaints. */
    public record ComplaintList(List<Overview.Line> complaints) {}

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getComplaint",
            summary = "One complaint as it stands now, or as its history up to a time tells")
    @APIResponse(
            responseCode = "200",
            description = "The complaint, with personal data for those who may see it",
            content = @Content(schema = @Schema(implementation = ComplaintAnswer.class)))
    public Uni<Response> getComplaint(
            @PathParam("id") UUID id,
            @Parameter(description = "Only by what had happened up to this time; all where it is absent")
                    @QueryParam("occurredUpTo")
                    @Nullable
                    String occurredUpTo,
            @Parameter(description = "Only by what was recorded up to this time; all where it is absent")
                    @QueryParam("knownUpTo")
                    @Nullable
                    String knownUpTo) {
        var cut = QueryTimes.cut(occurredUpTo, knownUpTo);
        var personalReader = PersonalAccess.of(caller.get());
        var by = requests.readBy();
        return caseFiles
                .find(id, requests.reader(), cut)
                .flatMap(found ->
                        caseFiles.open(found, personalReader, by).map(opened -> ComplaintAnswer.of(found, opened, cut)))
                .map(answer -> answer(answer, cut));
    }

    /** Nothing can be changed on a state of the past, so it bears no ETag. */
    private static Response answer(ComplaintAnswer answer, Cut cut) {
        var response = Response.ok(answer);
        return cut.equals(Cut.NONE)
                ? response.header(HttpHeaders.ETAG, Versions.etag(answer.version()))
                        .build()
                : response.build();
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getComplaintHistory", summary = "What happened to a complaint, without personal data")
    @APIResponse(
            responseCode = "200",
            description = "Its events, in order",
            content = @Content(schema = @Schema(implementation = HistoryAnswer.class)))
    public Uni<Response> getComplaintHistory(@PathParam("id") UUID id) {
        return caseFiles.find(id, requests.reader()).map(found -> Response.ok(HistoryAnswer.of(found.history()))
                .header(HttpHeaders.ETAG, Versions.etag(found.version()))
                .build());
    }
}
