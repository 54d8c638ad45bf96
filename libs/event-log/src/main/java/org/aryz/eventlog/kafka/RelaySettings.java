package org.aryz.eventlog.kafka;

import java.util.Map;
import org.aryz.eventlog.subscription.SubscriptionSettings;

/**
 * Where and how a relay publishes.
 *
 * @param service name of the service, first part of the source of its events
 * @param topic topic of the service's public events; created if missing
 * @param replicationFactor of the topic, if it is created
 * @param kafka client settings, at least {@code bootstrap.servers}
 */
public record RelaySettings(
        String service,
        String topic,
        int replicationFactor,
        Map<String, Object> kafka,
        SubscriptionSettings subscription) {

    public RelaySettings {
        kafka = Map.copyOf(kafka);
    }

    public static RelaySettings of(String service, String topic, String bootstrapServers) {
        return new RelaySettings(
                service, topic, 1, Map.of("bootstrap.servers", bootstrapServers), SubscriptionSettings.defaults());
    }
}
