package org.aryz.deadline.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestKafka;

/** Reads the topic of deadlines from its beginning, as a new service would. */
final class PublicRecords {
    private static final String TOPIC = "aryz.deadlines";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublicRecords() {}

    /** A public event as it lies on the topic. */
    record Said(String type, String sequence, ObjectNode data) {
        static Said of(ConsumerRecord<String, byte[]> message) {
            try {
                return new Said(header(message, "ce_type"), header(message, "ce_sequence"), (ObjectNode)
                        JSON.readTree(message.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String rule() {
            return data.path("rule").asText();
        }

        boolean is(String expected, String rule) {
            return type.equals(expected) && rule().equals(rule);
        }

        /** {@code alert.raised KG-LIM-EG -P1M}, as far as the event has these. */
        @Override
        public String toString() {
            return (type + " " + rule() + " " + data.path("rung").asText("")).strip();
        }
    }

    /** All that was said of a complaint, once this was said. */
    static List<Said> about(UUID complaint, String expected) {
        return about(complaint, expected, all -> all.stream()
                .anyMatch(said -> said.toString().equals(expected)));
    }

    static List<Said> about(UUID complaint, String what, Predicate<List<Said>> enough) {
        var found = new ArrayList<Said>();
        Patience.until(what + " is said", LONG_ENOUGH, () -> {
            found.clear();
            all().stream()
                    .filter(message -> complaint.toString().equals(message.key()))
                    .map(Said::of)
                    .forEach(found::add);
            return enough.test(found);
        });
        return found;
    }

    /** Everything on the topic as text, headers too. */
    static String text() {
        var text = new StringBuilder();
        for (var message : all()) {
            text.append(message.key()).append(new String(message.value(), StandardCharsets.UTF_8));
            message.headers().forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
        }
        return text.toString();
    }

    private static List<ConsumerRecord<String, byte[]>> all() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.shared().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
            return read;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
