package org.aryz.eventlog.kafka;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.aryz.testplatform.PublicTopic.header;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.aryz.testplatform.Patience;

/** Reads a topic from its beginning. */
final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();

    TopicReader(Map<String, Object> kafka, String topic) {
        this(kafka, topic, Map.of("group.id", "reader-" + UUID.randomUUID()));
    }

    private TopicReader(Map<String, Object> kafka, String topic, Map<String, Object> membership) {
        Topics.ensure(kafka, 1, topic);
        var settings = new HashMap<>(kafka);
        settings.putAll(membership);
        settings.put("auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** A member of a group, which throws it out when it does not read on for three seconds. */
    static TopicReader inGroup(Map<String, Object> kafka, String topic, String group) {
        return new TopicReader(
                kafka, topic, Map.of("group.id", group, "enable.auto.commit", false, "max.poll.interval.ms", 3_000));
    }

    void commit() {
        consumer.commitSync();
    }

    /** Whether the group has given its partitions to others. */
    boolean wasThrownOut() {
        try {
            consumer.commitSync();
            return false;
        } catch (CommitFailedException _) {
            return true;
        }
    }

    /** Reads on until what was read in all is enough. */
    List<ConsumerRecord<String, byte[]>> until(Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        var fresh = new ArrayList<ConsumerRecord<String, byte[]>>();
        Patience.until("enough records, seen " + all.size(), PATIENCE, () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(fresh::add);
            var seen = new ArrayList<>(all);
            seen.addAll(fresh);
            return enough.test(seen);
        });
        all.addAll(fresh);
        return fresh;
    }

    List<ConsumerRecord<String, byte[]>> next(int count) {
        var target = all.size() + count;
        return until(seen -> seen.size() >= target);
    }

    /** Reads on until an event with this number in its stream was seen. */
    void untilSequence(long sequence) {
        until(seen -> seen.stream().anyMatch(record -> sequenceOf(record) == sequence));
    }

    List<ConsumerRecord<String, byte[]>> all() {
        return all;
    }

    /** What was read, by stream: the number of each event in it, in the order of the topic. */
    Map<String, List<Long>> sequences() {
        return all.stream().collect(groupingBy(ConsumerRecord::key, mapping(TopicReader::sequenceOf, toList())));
    }

    private static long sequenceOf(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(header(record, "ce_sequence"));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
