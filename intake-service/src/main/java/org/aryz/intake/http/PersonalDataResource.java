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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.aryz.intake.application.Answer;
import org.aryz.intake.application.CaseFiles;
import org.aryz.intake.application.PersonalCopy;
import org.aryz.intake.application.Readings;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What is held of persons: a copy for them, who read it, its erasure, and what stands in the way of that. */
@Path("/complaints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonalDataResource {
    private static final String COORDINATOR = "coordinator";

    private final Steps steps;
    private final CaseFiles caseFiles;
    private final Readings readings;
    private final Requests requests;
    private final CurrentCaller caller;

    PersonalDataResource(Steps steps, CaseFiles caseFiles, Readings readings, Requests requests, CurrentCaller caller) {
        this.steps = steps;
        this.caseFiles = caseFiles;
        this.readings = readings;
        this.requests = requests;
        this.caller = caller;
    }

    @POST
    @Path("/legal-holds")
    @Operation(operationId = "setLegalHold", summary = "Nothing of the complaint may be erased until this is lifted")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> setLegalHold(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable LegalHoldBody body,
            @Context ContainerRequestContext http) {
        return steps.take("setLegalHold", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/legal-hold-releases")
    @Operation(operationId = "liftLegalHold", summary = "End the legal hold")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> liftLegalHold(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable LegalHoldReleaseBody body,
            @Context ContainerRequestContext http) {
        return steps.take("liftLegalHold", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/redactions")
    @Operation(operationId = "redactTexts", summary = "Say what remains of narrative and notes when a person is erased")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> redactTexts(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable RedactionBody body,
            @Context ContainerRequestContext http) {
        return steps.take("redactTexts", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/erasures")
    @Operation(
            operationId = "erasePersonalData",
            summary = "Erase a person's data for ever; an override of open duties is a coordinator's alone")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> erasePersonalData(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable ErasureBody body,
            @Context ContainerRequestContext http) {
        if (body != null && body.override() != null && !caller.get().is(COORDINATOR)) {
            throw Rejected.forbidden();
        }
        return steps.take("erasePersonalData", id, key, null, body, http).map(Answers::recorded);
    }

    @GET
    @Path("/personal-data")
    @Operation(
            operationId = "exportPersonalData",
            summary = "A copy of all that is held about a person; that it was read is recorded")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonalCopy.class)))
    public Uni<PersonalCopy> exportPersonalData(
            @PathParam("id") UUID id, @QueryParam("of") @Schema(ref = "Person", required = true) @Nullable String of) {
        var by = requests.readBy();
        return caseFiles
                .find(id, requests.reader())
                .flatMap(found -> caseFiles.copy(found, PersonalChecks.person(of), by));
    }

    @GET
    @Path("/readings")
    @Operation(operationId = "listReadings", summary = "Who read personal data of the complaint, and when")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReadingList.class)))
    public Uni<ReadingList> listReadings(@PathParam("id") UUID id) {
        return caseFiles
                .find(id, requests.reader())
                .flatMap(found -> readings.of(found.id()))
                .map(ReadingList::new);
    }

    /** Who read personal data, in order. */
    @Schema(name = "ReadingList")
    public record ReadingList(List<Readings.Reading> readings) {}
}
