package org.aryz.servicekit.sample;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import org.aryz.servicekit.time.DatabaseClock;

/** The simplest operation that needs the database. */
@Path("/clock")
@Produces(MediaType.APPLICATION_JSON)
public class Clock {

    private final DatabaseClock clock;

    Clock(DatabaseClock clock) {
        this.clock = clock;
    }

    @GET
    public Uni<Map<String, Instant>> readClock() {
        return clock.now().map(now -> Map.of("now", now));
    }
}
