package org.aryz.referral.http;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import org.aryz.eventlog.Cut;
import org.aryz.eventlog.UuidV7;
import org.aryz.referral.Decision;
import org.aryz.referral.DecisionId;
import org.aryz.referral.ReferralId;
import org.aryz.referral.application.Done;
import org.aryz.referral.application.ReferralFiles;
import org.aryz.referral.application.Referrals;
import org.aryz.referral.http.Answers.Changed;
import org.aryz.referral.http.Answers.ReferralAnswer;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.security.CurrentCaller;
import org.aryz.servicekit.time.QueryTimes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One referral: reading it, and recording what became of it. */
@Path("/referrals/{id}")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReferralsResource {
    private static final Set<String> KNOW_THE_NUMBER = Set.of("case-worker", "lawyer", "coordinator");

    private final Referrals referrals;
    private final ReferralFiles files;
    private final Requests requests;
    private final CurrentCaller caller;

    public ReferralsResource(Referrals referrals, ReferralFiles files, Requests requests, CurrentCaller caller) {
        this.referrals = referrals;
        this.files = files;
        this.requests = requests;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getReferral",
            summary =
                    "Read a referral, as it stands now or as its history up to a time tells; the authority's number is"
                            + " shown to staff only")
    public Uni<RestResponse<ReferralAnswer>> get(
            @RestPath UUID id,
            @Parameter(description = "Only by what had happened up to this time; all where it is absent")
                    @QueryParam("occurredUpTo")
                    @Nullable
                    String occurredUpTo,
            @Parameter(description = "Only by what was recorded up to this time; all where it is absent")
                    @QueryParam("knownUpTo")
                    @Nullable
                    String knownUpTo) {
        var cut = QueryTimes.cut(occurredUpTo, knownUpTo);
        var withNumber = KNOW_THE_NUMBER.stream().anyMatch(caller.get()::is);
        return files.find(new ReferralId(id), withNumber, cut).map(file -> answer(ReferralAnswer.of(file, cut), cut));
    }

    /** Nothing can be changed on a state of the past, so it bears no ETag. */
    private static RestResponse<ReferralAnswer> answer(ReferralAnswer answer, Cut cut) {
        var response = RestResponse.ResponseBuilder.ok(answer);
        return cut.equals(Cut.NONE)
                ? response.header(HttpHeaders.ETAG, Versions.etag(answer.version()))
                        .build()
                : response.build();
    }

    @POST
    @Path("/registration")
    @Operation(operationId = "recordRegistration", summary = "Record the number that the authority gave")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    public Uni<RestResponse<Changed>> register(
            @RestPath UUID id, @NotNull @Valid Bodies.RecordRegistration body, @Context ContainerRequestContext http) {
        var request = requests.read(http);
        var expected = Versions.required(http.getHeaderString(HttpHeaders.IF_MATCH));
        var registration = new Referrals.Registration(body.number(), body.registeredAt(), body.received());
        return referrals
                .register(request, new ReferralId(id), expected, registration)
                .map(done -> Responses.ok(done, changed(done)));
    }

    @POST
    @Path("/decisions")
    @APIResponseSchema(value = Changed.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(operationId = "recordDecision", summary = "Record a decision of the authority")
    public Uni<RestResponse<Changed>> recordDecision(
            @RestPath UUID id, @NotNull @Valid Bodies.RecordDecision body, @Context ContainerRequestContext http) {
        var decision = new Decision(new DecisionId(UuidV7.next()), body.kind(), body.made(), body.received());
        return referrals
                .recordDecision(requests.read(http), new ReferralId(id), decision)
                .map(done -> Responses.created(done, "/referrals/" + id, changed(done)));
    }

    @POST
    @Path("/decisions/{decision}/receipt")
    @Operation(operationId = "recordDecisionReceipt", summary = "Record when a decision reached us")
    public Uni<RestResponse<Changed>> recordReceipt(
            @RestPath UUID id,
            @RestPath UUID decision,
            @NotNull @Valid Bodies.RecordReceipt body,
            @Context ContainerRequestContext http) {
        return referrals
                .recordReceipt(requests.read(http), new ReferralId(id), new DecisionId(decision), body.received())
                .map(done -> Responses.ok(done, changed(done)));
    }

    private static Changed changed(Done done) {
        return new Changed(done.answer().id(), done.answer().version());
    }
}
