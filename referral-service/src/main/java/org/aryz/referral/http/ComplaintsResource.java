package org.aryz.referral.http;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.application.Judgments;
import org.aryz.referral.application.ReferralFiles;
import org.aryz.referral.application.Referrals;
import org.aryz.referral.http.Answers.JudgmentRecorded;
import org.aryz.referral.http.Answers.ReferralList;
import org.aryz.referral.http.Answers.Sent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What this service does about one complaint: referrals, and what the court held. */
@Path("/complaints/{id}")
@Tag(name = "complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ComplaintsResource {
    private final Referrals referrals;
    private final ReferralFiles files;
    private final Judgments judgments;
    private final Requests requests;

    public ComplaintsResource(Referrals referrals, ReferralFiles files, Judgments judgments, Requests requests) {
        this.referrals = referrals;
        this.files = files;
        this.judgments = judgments;
        this.requests = requests;
    }

    @POST
    @Path("/referrals")
    @APIResponseSchema(value = Sent.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(operationId = "sendReferral", summary = "Record that the complaint was sent to an authority")
    public Uni<RestResponse<Sent>> send(
            @RestPath UUID id, @NotNull @Valid Bodies.SendReferral body, @Context ContainerRequestContext http) {
        var override = body.override() == null ? null : body.override().reason();
        var sending =
                new Referrals.Sending(new AuthorityCode(body.authority()), body.channel(), body.sentAt(), override);
        return referrals.send(requests.read(http), new ComplaintId(id), sending).map(done -> {
            var sent = new Sent(done.answer().id(), done.answer().version(), id);
            return Responses.created(done, "/referrals/" + sent.id(), sent);
        });
    }

    @GET
    @Path("/referrals")
    @Operation(operationId = "listReferrals", summary = "List the referrals of the complaint as they stand")
    public Uni<ReferralList> list(@RestPath UUID id) {
        return files.of(new ComplaintId(id)).map(ReferralList::of);
    }

    @POST
    @Path("/judgments")
    @APIResponseSchema(value = JudgmentRecorded.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(operationId = "recordJudgmentInForce", summary = "Record that a judgment took legal force")
    public Uni<RestResponse<JudgmentRecorded>> recordJudgment(
            @RestPath UUID id, @NotNull @Valid Bodies.RecordJudgment body, @Context ContainerRequestContext http) {
        return judgments
                .recordInForce(
                        requests.read(http), new ComplaintId(id), body.outcome(), body.inForceOn(), body.suspect())
                .map(done -> Responses.recorded(
                        done, new JudgmentRecorded(id, done.answer().version())));
    }
}
