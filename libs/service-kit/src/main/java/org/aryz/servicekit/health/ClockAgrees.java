package org.aryz.servicekit.health;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.aryz.servicekit.time.ClockGuard;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells whether this node's clock is right. Nobody restarts a replica for it: that would not set the clock. */
@Wellness
@Singleton
public final class ClockAgrees implements HealthCheck {

    private final ClockGuard guard;

    public ClockAgrees(ClockGuard guard) {
        this.guard = guard;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Clock of this node")
                .status(guard.mayClaim())
                .withData("secondsAhead", "%.3f".formatted(guard.secondsAhead()));
        return guard.mayClaim()
                ? answer.build()
                : answer.withData(
                                "next",
                                "Set the clock of this node and of the database by NTP (chronyc tracking); until they agree"
                                        + " within " + ClockGuard.ALLOWED.toSeconds()
                                        + " s this node fires no alerts, and goes on by itself then")
                        .build();
    }
}
