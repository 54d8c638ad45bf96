package org.aryz.intake.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aryz.intake.application.Answer;
import org.aryz.intake.http.StepBody.ClosureBody;
import org.aryz.intake.http.StepBody.MedicalExamBody;
import org.aryz.intake.http.StepBody.SafetyInterviewBody;
import org.aryz.intake.http.StepBody.ThreatBody;
import org.aryz.intake.http.StepBody.TriageBody;
import org.aryz.intake.http.StepBody.WithdrawalRequestBody;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What is done and told about a complaint on file. */
@Path("/complaints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StepsResource {
    private final Steps steps;

    StepsResource(Steps steps) {
        this.steps = steps;
    }

    @POST
    @Path("/triage")
    @Operation(operationId = "triageComplaint", summary = "First look done: priority, team and who is responsible")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> triageComplaint(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable TriageBody body,
            @Context ContainerRequestContext http) {
        return steps.take("triageComplaint", id, key, Versions.required(ifMatch), body, http)
                .map(Answers::changed);
    }

    @POST
    @Path("/consents")
    @Operation(operationId = "recordConsent", summary = "Consent given, limited or withdrawn for one use")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> recordConsent(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable ConsentBody body,
            @Context ContainerRequestContext http) {
        return steps.take("recordConsent", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/medical-exams")
    @Operation(operationId = "recordMedicalExam", summary = "A medical examination was asked for or took place")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> recordMedicalExam(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable MedicalExamBody body,
            @Context ContainerRequestContext http) {
        return steps.take("recordMedicalExam", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/facts")
    @Operation(
            operationId = "recordFact",
            summary = "A fact that terms of the law wait for: detention, doctors' reports, evidence")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> recordFact(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable FactBody body,
            @Context ContainerRequestContext http) {
        return steps.take("recordFact", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/threats")
    @Operation(operationId = "reportThreat", summary = "A threat or reprisal")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> reportThreat(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable ThreatBody body,
            @Context ContainerRequestContext http) {
        return steps.take("reportThreat", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/withdrawal-requests")
    @Operation(
            operationId = "requestWithdrawal",
            summary = "A wish to withdraw: closes nothing, begins a safety review by another person")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> requestWithdrawal(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable WithdrawalRequestBody body,
            @Context ContainerRequestContext http) {
        return steps.take("requestWithdrawal", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/safety-interviews")
    @Operation(operationId = "recordSafetyInterview", summary = "Another person reviewed a wish to withdraw")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> recordSafetyInterview(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Nullable SafetyInterviewBody body,
            @Context ContainerRequestContext http) {
        return steps.take("recordSafetyInterview", id, key, null, body, http).map(Answers::recorded);
    }

    @POST
    @Path("/closure")
    @Operation(operationId = "closeComplaint", summary = "Close a complaint for a reason")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Response> closeComplaint(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ClosureBody body,
            @Context ContainerRequestContext http) {
        return steps.take("closeComplaint", id, key, Versions.required(ifMatch), body, http)
                .map(Answers::changed);
    }
}
