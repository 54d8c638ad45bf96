package org.aryz.deadline.watch;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells whether somebody left a transaction open: it keeps old rows alive, and may hold what others wait for. */
@Wellness
@Singleton
public final class TransactionsEnd implements HealthCheck {
    private final FiringWatch watch;

    public TransactionsEnd(FiringWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var seen = watch.state();
        var answer = HealthCheckResponse.named("Transactions end")
                .status(seen.idle().isEmpty())
                .withData("oldestSeconds", Math.round(seen.oldest()));
        return seen.idle().isEmpty()
                ? answer.build()
                : answer.withData("idle", seen.named(seen.idle()))
                        .withData("next", "Ask whose session it is, then end it (select pg_terminate_backend(PID))")
                        .build();
    }
}
