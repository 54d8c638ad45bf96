package org.aryz.referral.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestKafka;

/** Reads topics from their beginning, as a new service would. */
final class PublicRecords {
    static final String REFERRALS = "aryz.referrals";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublicRecords() {}

    /** A public event as it lies on the topic. */
    record Fact(String type, String source, String sequence, JsonNode data) {
        static Fact of(ConsumerRecord<String, byte[]> message) {
            try {
                return new Fact(
                        header(message, "ce_type"),
                        header(message, "ce_source"),
                        header(message, "ce_sequence"),
                        JSON.readTree(message.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The facts about one complaint, once there are that many. */
    static List<Fact> about(UUID complaint, int howMany) {
        var found = new ArrayList<Fact>();
        Patience.until("%d facts about the complaint".formatted(howMany), LONG_ENOUGH, () -> {
            found.clear();
            all(REFERRALS).stream()
                    .filter(message -> complaint.toString().equals(message.key()))
                    .map(Fact::of)
                    .forEach(found::add);
            return found.size() >= howMany;
        });
        return found;
    }

    static List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.shared().bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
            return read;
        }
    }

    /** Everything on a topic as text, headers too. */
    static String text(String topic) {
        var text = new StringBuilder();
        for (var message : all(topic)) {
            text.append(message.key()).append(new String(message.value(), StandardCharsets.UTF_8));
            message.headers().forEach(header -> text.append(header.key())
                    .append(new String(header.value(), StandardCharsets.UTF_8)));
        }
        return text.toString();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return StreamSupport.stream(message.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no header " + name));
    }
}
