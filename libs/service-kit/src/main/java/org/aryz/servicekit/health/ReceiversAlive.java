package org.aryz.servicekit.health;

import jakarta.inject.Singleton;
import java.util.Map;
import org.aryz.servicekit.eventlog.ReceiverFigures;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive only while what waits in the topics is taken in: a consumer that polls and does not progress is not helped by
 * waiting. While the database or Kafka is away, restarting would not help either.
 */
@Liveness
@Singleton
public final class ReceiversAlive implements HealthCheck {

    private static final String NAME = "Receiving of events";

    private final ReceiverFigures figures;

    ReceiversAlive(ReceiverFigures figures) {
        this.figures = figures;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Long> stuck = figures.stuck();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME).status(stuck.isEmpty());
        stuck.forEach((partition, records) -> answer.withData(partition, records + " records wait"));
        return stuck.isEmpty()
                ? answer.build()
                : answer.withData("next", "Restart this replica; if it stands still again, look at its locks and log")
                        .build();
    }
}
