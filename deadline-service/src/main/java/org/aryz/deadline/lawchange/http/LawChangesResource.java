package org.aryz.deadline.lawchange.http;

import static jakarta.ws.rs.core.HttpHeaders.LOCATION;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.application.Asked;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.http.Requests;
import org.aryz.deadline.law.LawDataException;
import org.aryz.deadline.lawchange.LawChange;
import org.aryz.deadline.lawchange.LawChangeRefused;
import org.aryz.deadline.lawchange.application.LawChanges;
import org.aryz.deadline.lawchange.work.DryRunResults;
import org.aryz.deadline.lawchange.work.DryRunResults.OfComplaint;
import org.aryz.deadline.lawchange.work.Run;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.paging.Page;
import org.aryz.servicekit.paging.PageRequest;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Problem;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Where the law in use is changed: proposed by one person, tried out, applied by another. */
@Path("/law-changes")
@Produces(APPLICATION_JSON)
@Consumes(APPLICATION_JSON)
public class LawChangesResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final LawInUse law;
    private final LawChanges changes;
    private final DryRunResults results;
    private final CurrentCaller caller;

    public LawChangesResource(LawInUse law, LawChanges changes, DryRunResults results, CurrentCaller caller) {
        this.law = law;
        this.changes = changes;
        this.results = results;
        this.caller = caller;
    }

    /** All changes, the first before the others. */
    record LawChangesAnswer(List<LawChangeAnswer> lawChanges) {}

    /** Why a change is dropped: a code. */
    record RejectionBody(@NotNull @Size(max = 64) @Pattern(regexp = LawChangeBody.CODE) String reason) {}

    /** What would become of one deadline, or of the complaint itself where no deadline is named. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MoveAnswer(
            UUID complaintId,
            @Nullable UUID deadline,
            @Nullable String rule,
            @Nullable Instant oldDueAt,
            @Nullable Instant newDueAt,
            List<String> alertsAtOnce,
            List<String> becomes) {
        static MoveAnswer of(OfComplaint found) {
            var effect = found.effect();
            var whole = effect.subject().equals(found.complaint());
            return new MoveAnswer(
                    found.complaint(),
                    whole ? null : effect.subject(),
                    whole ? null : effect.rule(),
                    effect.oldDueAt(),
                    effect.newDueAt(),
                    effect.alerts(),
                    effect.states());
        }
    }

    /** One page of the list. */
    record MovesAnswer(List<MoveAnswer> moves) {}

    @POST
    @Operation(
            operationId = "proposeLawChange",
            summary = "Have a change of rules or of a calendar tried out on every open complaint; nothing changes yet")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = LawChangeAnswer.class)))
    public Uni<Response> propose(
            @Parameter(required = true, description = "The same when the same request is sent again")
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    String key,
            @NotNull @Valid LawChangeBody body) {
        var proposal = body.proposal(law.held().calendars());
        var asked = asked(key, "proposeLawChange " + body);
        return changes.propose(asked, proposal, body.reason())
                .onFailure(LawDataException.class)
                .transform(LawChangesResource::problem)
                .flatMap(this::accepted);
    }

    @GET
    @Operation(operationId = "listLawChanges", summary = "All changes of the law in use, and how far each has come")
    public Uni<LawChangesAnswer> list() {
        return changes.history()
                .flatMap(book -> results.runs().map(runs -> new LawChangesAnswer(answers(book.all(), runs))));
    }

    private static List<LawChangeAnswer> answers(Collection<LawChange> all, List<Run> runs) {
        return all.stream()
                .flatMap(change -> runs.stream()
                        .filter(run -> run.change().equals(change.id()))
                        .map(run -> LawChangeAnswer.of(change, run, null)))
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getLawChange",
            summary = "One change: how far the work on it has come, and what it would do")
    public Uni<LawChangeAnswer> get(@PathParam("id") UUID id) {
        return changes.history()
                .map(book -> book.find(id).orElseThrow(Rejected::notFound))
                .flatMap(change -> results.run(id).flatMap(run -> results.totals(id)
                        .map(totals -> LawChangeAnswer.of(change, run.orElseThrow(Rejected::notFound), totals))));
    }

    @GET
    @Path("/{id}/moves")
    @APIResponseSchema(MovesAnswer.class)
    @Operation(
            operationId = "listMovesOfLawChange",
            summary = "What it would do to which deadline; of complaints that the caller's organisation may see")
    public Uni<Response> moves(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var request = PageRequest.of(limit, after, 2);
        var viewer = caller.get().is("administrator") ? null : caller.get().organisation();
        return changes.history()
                .map(book -> book.find(id).orElseThrow(Rejected::notFound))
                .flatMap(_ -> results.page(id, after(request, 0), after(request, 1), viewer, request.rows()))
                .map(found ->
                        Page.of(request, found, LawChangesResource::key).answer(uri, MoveAnswer::of, MovesAnswer::new));
    }

    private static List<String> key(OfComplaint row) {
        return List.of(row.complaint().toString(), row.effect().subject().toString());
    }

    private static UUID after(PageRequest request, int column) {
        try {
            return request.after().isEmpty()
                    ? FIRST
                    : UUID.fromString(request.after().get(column));
        } catch (IllegalArgumentException _) {
            throw PageRequest.unknownCursor();
        }
    }

    @POST
    @Path("/{id}/apply")
    @Operation(
            operationId = "applyLawChange",
            summary = "Make it law, by another person than who proposed it; open complaints are decided on anew")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = LawChangeAnswer.class)))
    public Uni<Response> apply(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The same when the same request is sent again")
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    String key) {
        return decided(changes.apply(asked(key, "applyLawChange " + id), id));
    }

    @POST
    @Path("/{id}/reject")
    @Operation(operationId = "rejectLawChange", summary = "Drop it; it will never be law")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = LawChangeAnswer.class)))
    public Uni<Response> reject(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "The same when the same request is sent again")
                    @HeaderParam(IdempotencyKey.HEADER)
                    @Nullable
                    String key,
            @NotNull @Valid RejectionBody body) {
        var asked = asked(key, "rejectLawChange " + id + " " + body.reason());
        return decided(changes.reject(asked, id, body.reason()));
    }

    /** Of two persons with one key each asks for something of their own. */
    private Asked asked(@Nullable String key, String content) {
        var who = caller.get();
        return Requests.asked(who, key, who.actor() + " " + content);
    }

    private Uni<Response> decided(Uni<LawChanges.Done> decision) {
        return decision.onFailure(LawChangeRefused.class)
                .transform(LawChangesResource::problem)
                .flatMap(this::accepted);
    }

    private Uni<Response> accepted(LawChanges.Done done) {
        return get(done.change()).map(answer -> {
            var accepted = Response.accepted(answer).header(LOCATION, "/law-changes/" + done.change());
            return (done.replayed() ? accepted.header(IdempotencyKey.REPLAYED, "true") : accepted).build();
        });
    }

    private static Rejected problem(Throwable failure) {
        return switch (failure) {
            case LawDataException data -> {
                var detail = String.valueOf(data.getMessage());
                yield Rejected.unprocessable("law-not-coherent", detail, FieldError.at("/rules", "not-a-law", detail));
            }
            case LawChangeRefused refused -> problem(refused.reason());
            default -> throw new IllegalStateException(failure);
        };
    }

    private static Rejected problem(LawChangeRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> Rejected.notFound();
            case SAME_PERSON ->
                new Rejected(Problem.of(
                        403, "second-person-required", "Who proposed a change can't apply it; another person must"));
            case NOT_EXAMINED ->
                Rejected.conflict("dry-run-not-finished", "The dry run is not over; look at its result first");
            case STALE ->
                Rejected.conflict(
                        "dry-run-stale", "The law has changed since the dry run; another one has begun by itself");
            case DECIDED -> Rejected.conflict("law-change-decided", "It was applied or rejected before");
        };
    }
}
