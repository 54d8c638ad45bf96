package org.aryz.servicekit.eventlog;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Asks Kafka what waits for a service in the topics it reads, whoever of its replicas reads them. Blocks. */
final class Backlogs implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> kafka;
    private final String group;
    private final List<String> topics;
    private @Nullable Admin admin;
    private @Nullable KafkaConsumer<byte[], byte[]> prober;

    Backlogs(Map<String, Object> kafka, String group, List<String> topics) {
        this.kafka = kafka;
        this.group = group;
        this.topics = topics;
    }

    Map<TopicPartition, Backlog> ask() {
        Admin asked = admin();
        Set<TopicPartition> partitions = await(asked.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> committed = new HashMap<>();
        await(asked.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return await(asked.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        end -> new Backlog(
                                committed.getOrDefault(end.getKey(), 0L),
                                end.getValue().offset())));
    }

    /** When the first record that waits was sent, in milliseconds of the epoch, for each partition that answers in time. */
    Map<TopicPartition, Long> oldest(Map<TopicPartition, Backlog> backlogs) {
        Map<TopicPartition, Long> sent = new HashMap<>();
        Map<TopicPartition, Backlog> waiting = new HashMap<>(backlogs);
        waiting.values().removeIf(backlog -> backlog.records() == 0);
        KafkaConsumer<byte[], byte[]> probe = prober();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting.isEmpty() && System.nanoTime() - end < 0) {
            probe.assign(waiting.keySet());
            waiting.forEach((partition, backlog) -> probe.seek(partition, backlog.done()));
            probe.poll(Duration.ofMillis(500))
                    .forEach(record -> sent.putIfAbsent(
                            new TopicPartition(record.topic(), record.partition()), record.timestamp()));
            waiting.keySet().removeAll(sent.keySet());
        }
        return sent;
    }

    private static <T> T await(KafkaFuture<T> answer) {
        CompletionStage<T> stage = answer.toCompletionStage();
        return Uni.createFrom().completionStage(stage).await().atMost(PATIENCE);
    }

    private Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            admin = Admin.create(settings);
        }
        return admin;
    }

    private KafkaConsumer<byte[], byte[]> prober() {
        if (prober == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
            prober = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }
        return prober;
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
        if (prober != null) {
            prober.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
