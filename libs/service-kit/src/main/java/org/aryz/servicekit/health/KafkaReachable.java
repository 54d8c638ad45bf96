package org.aryz.servicekit.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Tells whether Kafka answers. The service stays ready without it: what happens meanwhile waits in the log and flows on later. */
@Readiness
@Singleton
public final class KafkaReachable implements AsyncHealthCheck {

    private static final String NAME = "Kafka";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String servers;
    private @Nullable Admin admin;

    KafkaReachable(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> admin().describeCluster().nodes().toCompletionStage())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(_ -> HealthCheckResponse.named(NAME)
                        .up()
                        .withData("reachable", true)
                        .build())
                .onFailure()
                .recoverWithItem(HealthCheckResponse.named(NAME)
                        .up()
                        .withData("reachable", false)
                        .withData("next", "Start Kafka, or correct KAFKA_BOOTSTRAP_SERVERS; events wait until then")
                        .build());
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
