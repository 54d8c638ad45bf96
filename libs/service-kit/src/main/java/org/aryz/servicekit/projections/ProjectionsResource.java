package org.aryz.servicekit.projections;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aryz.eventlog.projection.Projections;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** The read models of this service: how far they have come, and building one anew while it serves. */
@Path("/projections")
@Tag(name = "projections")
@Produces(APPLICATION_JSON)
public class ProjectionsResource {

    private static final Logger LOG = Logger.getLogger(ProjectionsResource.class);

    private final Projections projections;
    private final CurrentCaller caller;

    ProjectionsResource(Projections projections, CurrentCaller caller) {
        this.projections = projections;
        this.caller = caller;
    }

    /** All read models of the service, by name. */
    public record ProjectionsAnswer(List<ProjectionAnswer> projections) {}

    /** Which generation of a read model is being built. */
    public record ProjectionRebuild(String name, int generation) {}

    @GET
    @Operation(operationId = "listProjections", summary = "The read models of this service, and how far they have come")
    public Uni<ProjectionsAnswer> list() {
        return projections
                .status()
                .map(found -> new ProjectionsAnswer(
                        found.stream().map(ProjectionAnswer::of).toList()));
    }

    @POST
    @Path("/{name}/rebuild")
    @Operation(
            operationId = "rebuildProjection",
            summary =
                    "Build a read model anew from the log while it serves; what is being built already, if something is")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ProjectionRebuild.class)))
    public Uni<Response> rebuild(@PathParam("name") String name) {
        String actor = caller.get().actor();
        return projections
                .rebuild(name)
                .map(generation -> generation.orElseThrow(Rejected::notFound))
                .invoke(generation -> LOG.infof(
                        "Rebuild of a projection, asked by %s: generation %d is being built", actor, generation))
                .map(generation -> Response.accepted(new ProjectionRebuild(name, generation))
                        .build());
    }
}
