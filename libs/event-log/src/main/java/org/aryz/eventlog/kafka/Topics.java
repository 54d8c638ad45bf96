package org.aryz.eventlog.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics as this product needs them: 12 partitions, kept for ever, so that a new service starts from the beginning. */
public final class Topics {
    private static final int PARTITIONS = 12;
    private static final int TIMEOUT_SECONDS = 10;

    private Topics() {}

    /** Where records go that a service could not take in. */
    public static String deadLetters(String topic, String service) {
        return topic + "." + service + ".dead";
    }

    /**
     * Creates topics that are missing; blocks.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @throws KafkaUnavailable if that is not possible now
     */
    public static void ensure(Map<String, Object> kafka, int replicationFactor, Collection<String> names) {
        try (var admin = Admin.create(kafka)) {
            var created = admin.createTopics(
                    names.stream().map(name -> topic(name, replicationFactor)).toList());
            for (var creation : created.values().values()) {
                await(creation);
            }
        }
    }

    public static void ensure(Map<String, Object> kafka, int replicationFactor, String... names) {
        ensure(kafka, replicationFactor, List.of(names));
    }

    private static NewTopic topic(String name, int replicationFactor) {
        return new NewTopic(name, PARTITIONS, (short) replicationFactor)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }

    private static void await(KafkaFuture<Void> creation) {
        try {
            creation.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaUnavailable("Topics could not be created", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailable("Interrupted while topics were created", e);
        }
    }
}
