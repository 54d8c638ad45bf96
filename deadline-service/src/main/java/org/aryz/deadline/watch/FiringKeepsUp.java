package org.aryz.deadline.watch;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells whether what is due is fired, and if not, who holds it back. */
@Wellness
@Singleton
public final class FiringKeepsUp implements HealthCheck {
    private final FiringWatch watch;

    public FiringKeepsUp(FiringWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var seen = watch.state();
        var answer = HealthCheckResponse.named("Firing keeps up")
                .status(!seen.stuck())
                .withData("secondsBehind", seen.held().toSeconds());
        return seen.stuck()
                ? answer.withData("heldBackBy", seen.named())
                        .withData(
                                "next",
                                "End what holds it back (select pg_terminate_backend(PID)); if nobody does, look at the clock"
                                        + " of this node, at the database and at what could not be decided on in the log")
                        .build()
                : answer.build();
    }
}
