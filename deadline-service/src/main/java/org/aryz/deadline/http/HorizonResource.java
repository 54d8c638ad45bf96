package org.aryz.deadline.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.aryz.deadline.view.Board;
import org.aryz.deadline.view.Pages;
import org.aryz.deadline.view.Viewer;
import org.aryz.deadline.view.horizon.Horizon;
import org.aryz.deadline.view.horizon.HorizonFormats;
import org.aryz.deadline.view.horizon.HorizonLedger;
import org.aryz.deadline.view.horizon.HorizonSettings;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Problem;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.aryz.servicekit.time.DatabaseClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** What runs out in the coming months, to take along: for spreadsheets and calendars. It names case numbers and rules, no person. */
@Path("/")
public class HorizonResource {
    private static final String CSV = "text/csv";
    private static final String CALENDAR = "text/calendar";
    private static final int DEFAULT_DAYS = 90;
    private static final int MOST_DAYS = 1100;

    private final Board board;
    private final DatabaseClock clock;
    private final HorizonLedger ledger;
    private final HorizonSettings settings;
    private final CurrentCaller caller;

    public HorizonResource(
            Board board, DatabaseClock clock, HorizonLedger ledger, HorizonSettings settings, CurrentCaller caller) {
        this.board = board;
        this.clock = clock;
        this.ledger = ledger;
        this.settings = settings;
        this.caller = caller;
    }

    /**
     * That the files will be written.
     *
     * @param madeAt when they were written last, if ever
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HorizonAsked(Instant askedAt, @Nullable Instant madeAt, boolean boardIsCurrent) {}

    @GET
    @Path("horizon")
    @Produces(CSV)
    @Operation(
            operationId = "exportHorizon",
            summary = "What runs out, as CSV or iCalendar (RFC 5545) by the Accept header")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CALENDAR, schema = @Schema(implementation = String.class))
            })
    public RestMulti<String> acceptedCsv(@QueryParam("days") @Nullable Integer days, @Context HttpHeaders headers) {
        mustBeAccepted(CSV, headers);
        return export(days, HorizonFormats.CSV);
    }

    /** The same operation: what is streamed must be of one type by method. */
    @GET
    @Path("horizon")
    @Produces(CALENDAR)
    @Operation(operationId = "exportHorizon", hidden = true)
    public RestMulti<String> acceptedCalendar(
            @QueryParam("days") @Nullable Integer days, @Context HttpHeaders headers) {
        mustBeAccepted(CALENDAR, headers);
        return export(days, HorizonFormats.CALENDAR);
    }

    @GET
    @Path("horizon.csv")
    @Produces(CSV)
    @Operation(operationId = "exportHorizonCsv", summary = "What runs out, as CSV")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public RestMulti<String> csv(@QueryParam("days") @Nullable Integer days) {
        return export(days, HorizonFormats.CSV);
    }

    @GET
    @Path("horizon.ics")
    @Produces(CALENDAR)
    @Operation(operationId = "exportHorizonCalendar", summary = "What runs out, as iCalendar (RFC 5545)")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CALENDAR, schema = @Schema(implementation = String.class)))
    public RestMulti<String> calendar(@QueryParam("days") @Nullable Integer days) {
        return export(days, HorizonFormats.CALENDAR);
    }

    @POST
    @Path("horizon")
    @Produces(APPLICATION_JSON)
    @APIResponseSchema(value = HorizonAsked.class, responseCode = "202")
    @Operation(
            operationId = "writeHorizon",
            summary = "Have the files of the horizon written now, by the replica that leads")
    public Uni<Response> write() {
        if (settings.directory().isEmpty()) {
            throw Rejected.conflict("no-directory", "Set ARYZ_HORIZON_DIRECTORY to have the horizon in files");
        }
        return ledger.ask()
                .map(state -> Response.accepted(new HorizonAsked(state.now(), state.madeAt(), state.current()))
                        .build());
    }

    /** Where one of several methods of a path streams, any of them is called for a type that none of them has. */
    private static void mustBeAccepted(String type, HttpHeaders headers) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.valueOf(type)::isCompatible)) {
            throw new Rejected(Problem.of(406, "not-acceptable", "The answer is " + CSV + " or " + CALENDAR));
        }
    }

    private RestMulti<String> export(@Nullable Integer days, HorizonFormats format) {
        var ahead = days == null ? DEFAULT_DAYS : days;
        if (ahead < 1 || ahead > MOST_DAYS) {
            var detail = "1 to " + MOST_DAYS + " days are expected";
            throw Rejected.badRequest("bad-query", detail, FieldError.ofParameter("days", "out-of-range", detail));
        }
        var viewer = Viewers.of(caller);
        return Downloads.of(
                format.fileName(),
                format.contentType(),
                clock.now().map(now -> Horizon.of(now, ahead, settings.every())),
                horizon -> format.write(horizon, pages(viewer, horizon)));
    }

    private Multi<List<Board.Entry>> pages(Viewer viewer, Horizon horizon) {
        return Pages.all(place -> board.horizon(viewer, horizon.until(), place, Pages.ROWS), Board.Entry::place);
    }
}
