package org.aryz.servicekit.health;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.aryz.eventlog.sessions.OpenTransactions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells whether somebody left a transaction open: it keeps old rows alive, and may hold what others wait for. */
@Wellness
@Singleton
public final class TransactionsEnd implements HealthCheck {
    private final OpenTransactions transactions;

    TransactionsEnd(OpenTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public HealthCheckResponse call() {
        var seen = transactions.state();
        var answer = HealthCheckResponse.named("Transactions end")
                .status(seen.idle().isEmpty())
                .withData("oldestSeconds", Math.round(seen.oldest()));
        return seen.idle().isEmpty()
                ? answer.build()
                : answer.withData("idle", seen.named())
                        .withData("next", "Ask whose session it is, then end it (select pg_terminate_backend(PID))")
                        .build();
    }
}
