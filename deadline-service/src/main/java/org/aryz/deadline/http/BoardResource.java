package org.aryz.deadline.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.aryz.deadline.view.Board;
import org.aryz.deadline.view.Facet;
import org.aryz.servicekit.paging.Page;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What runs out when, over all complaints that the caller may see. */
@Path("/board")
@Produces(APPLICATION_JSON)
public class BoardResource {
    private final Board board;
    private final CurrentCaller caller;

    public BoardResource(Board board, CurrentCaller caller) {
        this.board = board;
        this.caller = caller;
    }

    /** One page of the board. */
    record BoardPage(List<Board.Entry> deadlines) {}

    /** How many deadlines have each value; {@code none} where they have no such value. */
    record BoardCounts(String by, List<Board.Count> counts) {}

    @GET
    @APIResponseSchema(BoardPage.class)
    @Operation(
            operationId = "listBoard",
            summary = "What runs out when, over all complaints you may see; the next first")
    public Uni<Response> list(
            @BeanParam BoardParameters parameters,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var page = Places.page(limit, after);
        return board.list(parameters.question(Viewers.of(caller)), Places.after(page), page.rows())
                .map(found ->
                        Page.of(page, found, last -> Places.key(last.place())).answer(uri, BoardPage::new));
    }

    @GET
    @Path("/counts")
    @APIResponseSchema(BoardCounts.class)
    @Operation(operationId = "countBoard", summary = "How much runs out, by day, region, kind or another trait")
    public Uni<BoardCounts> counts(
            @BeanParam BoardParameters parameters,
            @Parameter(
                            description = "One of day (which is the default), region, jurisdiction, team, assignee,"
                                    + " responsible, kind, severity, rule")
                    @QueryParam("by")
                    @Nullable
                    String by) {
        var facet = QueryValues.code("by", Objects.requireNonNullElse(by, "day"), Facet.class);
        return board.counts(parameters.question(Viewers.of(caller)), facet)
                .map(counts -> new BoardCounts(Codes.of(facet), counts));
    }
}
