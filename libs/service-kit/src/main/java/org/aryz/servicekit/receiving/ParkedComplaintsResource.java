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
import java.util.UUID;
import org.aryz.eventlog.kafka.Lane;
import org.aryz.eventlog.kafka.ParkedLane;
import org.aryz.eventlog.kafka.Parking;
import org.aryz.servicekit.eventlog.Receivers;
import org.aryz.servicekit.paging.Page;
import org.aryz.servicekit.paging.PageRequest;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Complaints whose events wait, because one of them could not be taken in or is missing. */
@Path("/parked-complaints")
@Tag(name = "receiving")
@Produces(APPLICATION_JSON)
public class ParkedComplaintsResource {

    private static final Logger LOG = Logger.getLogger(ParkedComplaintsResource.class);

    private final Parking parking;
    private final Receivers receivers;
    private final CurrentCaller caller;

    ParkedComplaintsResource(Parking parking, Receivers receivers, CurrentCaller caller) {
        this.parking = parking;
        this.receivers = receivers;
        this.caller = caller;
    }

    /**
     * One parked complaint on one topic.
     *
     * @param events how many of its events wait
     * @param reason why the one whose turn it is was not taken in; {@code hole} if it never came
     * @param type of that event, unless it never came
     */
    public record ParkedComplaintAnswer(
            String complaint, String topic, long events, Instant since, String reason, @Nullable String type) {

        static ParkedComplaintAnswer of(ParkedLane parked) {
            return new ParkedComplaintAnswer(
                    parked.lane().subject(),
                    parked.lane().topic(),
                    parked.events(),
                    parked.since(),
                    parked.reason(),
                    parked.type());
        }
    }

    /** One page of the list. */
    public record ParkedComplaintPage(List<ParkedComplaintAnswer> parkedComplaints) {}

    /**
     * What a replay brought.
     *
     * @param takenIn how many events were taken in
     * @param waiting how many still wait
     */
    public record ComplaintReplay(UUID complaint, long takenIn, long waiting) {}

    @GET
    @APIResponseSchema(ParkedComplaintPage.class)
    @Operation(operationId = "listParkedComplaints", summary = "Complaints whose events wait, by topic and complaint")
    public Uni<Response> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, after, 2);
        return parking.lanes(lane(request), request.rows()).map(found -> Page.of(
                        request,
                        found,
                        last -> List.of(last.lane().topic(), last.lane().subject()))
                .answer(uri, ParkedComplaintAnswer::of, ParkedComplaintPage::new));
    }

    @POST
    @Path("/{complaint}/replay")
    @Operation(
            operationId = "replayParkedComplaint",
            summary = "Take in what waits of a complaint, in order; doing it twice changes nothing")
    public Uni<ComplaintReplay> replay(@PathParam("complaint") UUID complaint) {
        String actor = caller.get().actor();
        String subject = complaint.toString();
        return receivers.replay(subject).flatMap(takenIn -> parking.lanesOf(subject)
                .map(left -> left.stream().mapToLong(ParkedLane::events).sum())
                .invoke(waiting -> LOG.infof(
                        "Replay of complaint %s, asked by %s: %d taken in, %d wait", subject, actor, takenIn, waiting))
                .map(waiting -> new ComplaintReplay(complaint, takenIn, waiting)));
    }

    private static Lane lane(PageRequest request) {
        return request.after().isEmpty()
                ? new Lane("", "")
                : new Lane(request.after().getFirst(), request.after().getLast());
    }
}
