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
import org.aryz.deadline.view.Breaches;
import org.aryz.deadline.view.Breaches.Breach;
import org.aryz.deadline.view.Pages;
import org.aryz.servicekit.paging.Page;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** The register of terms that ran out: a breach stays here when its complaint is closed. */
@Path("/")
public class BreachesResource {
    private final Breaches breaches;
    private final CurrentCaller caller;

    public BreachesResource(Breaches breaches, CurrentCaller caller) {
        this.breaches = breaches;
        this.caller = caller;
    }

    /** One page of the register. */
    record BreachPage(List<Breach> breaches) {}

    @GET
    @Path("breaches")
    @Produces(APPLICATION_JSON)
    @APIResponseSchema(BreachPage.class)
    @Operation(operationId = "listBreaches", summary = "Terms that ran out, the latest first")
    public Uni<Response> list(
            @BeanParam BreachParameters parameters,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var page = Places.page(limit, after);
        return breaches.list(parameters.question(Viewers.of(caller)), Places.after(page), page.rows())
                .map(found ->
                        Page.of(page, found, last -> Places.key(last.place())).answer(uri, BreachPage::new));
    }

    @GET
    @Path("breaches.csv")
    @Produces(BreachCsv.MEDIA_TYPE)
    @Operation(operationId = "exportBreaches", summary = "The whole register as CSV, the latest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = BreachCsv.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public RestMulti<String> csv(@BeanParam BreachParameters parameters) {
        var question = parameters.question(Viewers.of(caller));
        var pages = Pages.all(place -> breaches.list(question, place, Pages.ROWS), Breach::place);
        return Downloads.of(
                "breaches.csv",
                BreachCsv.MEDIA_TYPE + ";charset=UTF-8",
                Uni.createFrom().item(pages),
                BreachCsv::write);
    }
}
