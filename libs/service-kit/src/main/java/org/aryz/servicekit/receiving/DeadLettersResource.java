package org.aryz.servicekit.receiving;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.aryz.eventlog.kafka.DeadLetter;
import org.aryz.eventlog.kafka.Parking;
import org.aryz.servicekit.eventlog.Receivers;
import org.aryz.servicekit.paging.Page;
import org.aryz.servicekit.paging.PageRequest;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Records that could not be taken in, by where they came from and a code why: never what they hold. */
@Path("/dead-letters")
@Tag(name = "receiving")
@Produces(APPLICATION_JSON)
public class DeadLettersResource {

    private static final Logger LOG = Logger.getLogger(DeadLettersResource.class);

    private final Parking parking;
    private final Receivers receivers;
    private final CurrentCaller caller;

    DeadLettersResource(Parking parking, Receivers receivers, CurrentCaller caller) {
        this.parking = parking;
        this.receivers = receivers;
        this.caller = caller;
    }

    /**
     * One dead letter.
     *
     * @param parked whether its complaint waits behind it
     */
    public record DeadLetterAnswer(
            long id,
            String topic,
            int partition,
            long offset,
            @Nullable String complaint,
            @Nullable String type,
            String reason,
            Instant at,
            boolean parked) {

        static DeadLetterAnswer of(DeadLetter letter) {
            return new DeadLetterAnswer(
                    letter.id(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.subject(),
                    letter.type(),
                    letter.reason(),
                    letter.at(),
                    letter.parked());
        }
    }

    /** One page of the list. */
    public record DeadLetterPage(List<DeadLetterAnswer> deadLetters) {}

    /** What a replay brought. */
    public record DeadLetterReplay(long id, boolean settled) {}

    @GET
    @APIResponseSchema(DeadLetterPage.class)
    @Operation(operationId = "listDeadLetters", summary = "Records that could not be taken in, oldest first")
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, after, 1);
        return parking.deadLetters(id(request), request.rows())
                .map(found -> Page.of(request, found, last -> List.of(Long.toString(last.id())))
                        .answer(uri, DeadLetterAnswer::of, DeadLetterPage::new));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Try once more to take a record in, and what waits behind it")
    public Uni<DeadLetterReplay> replay(@PathParam("id") long id) {
        String actor = caller.get().actor();
        return receivers
                .replayDeadLetter(id)
                .map(settled -> settled.orElseThrow(Rejected::notFound))
                .invoke(settled -> LOG.infof("Replay of dead letter %d, asked by %s: settled %s", id, actor, settled))
                .map(settled -> new DeadLetterReplay(id, settled));
    }

    private static long id(PageRequest request) {
        try {
            return request.after().isEmpty()
                    ? 0
                    : Long.parseLong(request.after().getFirst());
        } catch (NumberFormatException e) {
            throw PageRequest.unknownCursor();
        }
    }
}
