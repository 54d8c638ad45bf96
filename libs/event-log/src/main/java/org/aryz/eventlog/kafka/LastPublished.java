package org.aryz.eventlog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a topic holds at its end: the memory of a service outside of its database. */
final class LastPublished {
    private static final long LOOK_BACK = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LastPublished() {}

    /**
     * Ids of the last events of each partition whose source begins like that; blocks.
     *
     * @throws KafkaUnavailable if the topic can't be read now
     */
    static List<UUID> ids(Map<String, Object> kafka, String topic, String sourcePrefix) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var ids = new ArrayList<UUID>();
            for (var record : lastRecords(consumer, topic)) {
                if (header(record, "ce_source").startsWith(sourcePrefix)) {
                    ids.add(UUID.fromString(header(record, "ce_id")));
                }
            }
            return ids;
        } catch (KafkaException e) {
            throw new KafkaUnavailable("The end of a topic could not be read", e);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> lastRecords(
            KafkaConsumer<byte[], byte[]> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        var ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - LOOK_BACK)));
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            if (System.nanoTime() > giveUp) {
                throw new KafkaException("No answer in time");
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
