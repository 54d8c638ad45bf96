package org.aryz.servicekit.sample;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.json.RequestBody;
import org.aryz.servicekit.logging.CorrelationId;
import org.aryz.servicekit.paging.Page;
import org.aryz.servicekit.paging.PageRequest;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Everything a resource does with the kit. */
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class Notes {

    /** The one note there is: of legal-aid, shared with the coalition. */
    public static final UUID ONE = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private static final int COUNT = 5;

    private final CurrentCaller caller;

    Notes(CurrentCaller caller) {
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "write-note")
    public Response writeNote(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @Valid @NotNull NewNote note,
            @Context ContainerRequestContext request) {
        return Response.status(201)
                .header(HttpHeaders.ETAG, Versions.etag(1))
                .entity(Map.of(
                        "key", IdempotencyKey.required(key),
                        "note", note,
                        "bytes", RequestBody.bytes(request).length,
                        "by", caller.get(),
                        "correlationId", CorrelationId.current()))
                .build();
    }

    @GET
    @Path("/{id}")
    public Uni<NewNote> readNote(@PathParam("id") UUID id) {
        if (!id.equals(ONE)) {
            throw Rejected.notFound();
        }
        caller.mustTouch("legal-aid", List.of("coalition"));
        return Uni.createFrom().item(new NewNote("text", NewNote.Place.POLICE_STATION, null, null, null, List.of()));
    }

    @PUT
    @Path("/{id}")
    public Map<String, Long> changeNote(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        caller.mustTouch("legal-aid", List.of("coalition"));
        long version = Versions.required(ifMatch);
        if (version != 7) {
            throw Rejected.stale();
        }
        return Map.of("version", version + 1);
    }

    @GET
    public Response listNotes(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @QueryParam("kind") @Min(1) @Nullable Integer kind,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, after, 1);
        int first =
                request.after().isEmpty() ? 1 : Integer.parseInt(request.after().getFirst()) + 1;
        List<Integer> found = IntStream.rangeClosed(first, COUNT)
                .limit(request.rows())
                .boxed()
                .toList();
        return Page.of(request, found, number -> List.of(number.toString()))
                .answer(uri, notes -> Map.of("notes", notes));
    }
}
