package org.aryz.servicekit.eventlog;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aryz.eventlog.kafka.RelaySettings;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a service is called on Kafka, which topic it writes and which ones it reads. */
@Singleton
public final class EventFlow {

    private final String service;
    private final Optional<String> topic;
    private final Optional<List<String>> consumes;
    private final String bootstrapServers;
    private final int replicationFactor;

    EventFlow(
            @ConfigProperty(name = "aryz.service") String service,
            @ConfigProperty(name = "aryz.topic") Optional<String> topic,
            @ConfigProperty(name = "aryz.consumes") Optional<List<String>> consumes,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aryz.kafka.replication-factor") int replicationFactor) {
        this.service = service;
        this.topic = topic;
        this.consumes = consumes;
        this.bootstrapServers = bootstrapServers;
        this.replicationFactor = replicationFactor;
    }

    String service() {
        return service;
    }

    List<String> consumes() {
        return consumes.orElse(List.of());
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    int replicationFactor() {
        return replicationFactor;
    }

    RelaySettings relay() {
        String published = topic.orElseThrow(
                () -> new IllegalStateException("Set aryz.topic: a service that publishes needs a topic of its own"));
        return new RelaySettings(service, published, replicationFactor, kafka(), SubscriptionSettings.defaults());
    }
}
