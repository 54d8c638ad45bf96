package org.aryz.servicekit.sample;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as the libraries under a service do. */
@Path("/faults")
public class Faults {

    @GET
    @Path("/{kind}")
    @Operation(operationId = "fail")
    public Uni<String> fail(@PathParam("kind") String kind) {
        return Uni.createFrom().failure(named(kind));
    }

    /** Has no row in the table of permissions. */
    @GET
    @Path("/forgotten/by-the-table")
    @Operation(hidden = true)
    public String forgottenOperation() {
        return "secret";
    }

    private static Throwable named(String kind) {
        return switch (kind) {
            case "refused" -> new CompletionException(new ConnectException("Connection refused: db.internal"));
            case "shutdown" -> new PgException("terminating connection", "FATAL", "57P01", "canary");
            case "slow" -> new TimeoutException("canary");
            case "fault" -> new IllegalStateException("canary of a fault");
            default -> Rejected.notFound();
        };
    }
}
