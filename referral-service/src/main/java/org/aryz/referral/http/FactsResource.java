package org.aryz.referral.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.application.FactFiles;
import org.aryz.referral.application.FactFiles.FactFile;
import org.aryz.referral.application.Facts;
import org.aryz.referral.http.Answers.Changed;
import org.aryz.servicekit.security.CurrentCaller;
import org.aryz.servicekit.time.QueryTimes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Facts of the proceedings of a complaint. */
@Path("/complaints/{id}/facts")
@Tag(name = "complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FactsResource {
    private static final Set<String> READ_NOTES = Set.of("case-worker", "lawyer", "coordinator");

    private final Facts facts;
    private final FactFiles files;
    private final Requests requests;
    private final CurrentCaller caller;

    public FactsResource(Facts facts, FactFiles files, Requests requests, CurrentCaller caller) {
        this.facts = facts;
        this.files = files;
        this.requests = requests;
        this.caller = caller;
    }

    /** The facts of a complaint, as they were told. */
    public record FactList(List<FactAnswer> facts) {}

    /** One fact; its own fields are its data, the note is for staff only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Fact")
    public record FactAnswer(
            String fact,
            LocalDate occurredAt,
            @Nullable LocalDate receivedAt,
            Instant recordedAt,
            @JsonRawValue @Schema(implementation = Object.class) String data,
            @Nullable String note) {
        static FactAnswer of(FactFile file) {
            return new FactAnswer(
                    file.kind(), file.occurredAt(), file.receivedAt(), file.recordedAt(), file.data(), file.note());
        }
    }

    @POST
    @APIResponseSchema(value = Changed.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(
            operationId = "recordFact",
            summary =
                    "Record a fact that terms of the law wait for; the id is that of what it begins, or the complaint's")
    public Uni<RestResponse<Changed>> record(
            @RestPath UUID id, @NotNull @Valid FactBody body, @Context ContainerRequestContext http) {
        var telling = body.telling();
        return facts.record(requests.read(http), new ComplaintId(id), telling)
                .map(done -> Responses.recorded(
                        done, new Changed(done.answer().id(), done.answer().version())));
    }

    @GET
    @Operation(operationId = "listFacts", summary = "List the facts of the proceedings; notes are shown to staff only")
    public Uni<FactList> list(
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
        var withNotes = READ_NOTES.stream().anyMatch(caller.get()::is);
        return files.of(new ComplaintId(id), withNotes, cut)
                .map(found -> new FactList(found.stream().map(FactAnswer::of).toList()));
    }
}
