package org.aryz.servicekit.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.aryz.eventlog.kafka.Topics;

/** Creates the topics that a service reads, in case it is up before the service that writes them; tries until Kafka is there. */
@Singleton
public final class ConsumedTopics {

    private static final Duration SHORTEST_REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final EventFlow flow;
    private volatile boolean stopped;

    ConsumedTopics(EventFlow flow) {
        this.flow = flow;
    }

    void create(@Observes StartupEvent event) {
        if (flow.consumes().isEmpty()) {
            return;
        }
        Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> Topics.ensure(flow.kafka(), flow.replicationFactor(), flow.consumes()))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_REST, LONGEST_REST)
                .until(_ -> !stopped)
                .subscribe()
                .with(_ -> {}, _ -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }
}
