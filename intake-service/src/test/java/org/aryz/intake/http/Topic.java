package org.aryz.intake.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestKafka;

/** Reads {@code aryz.complaints} from its beginning, as another service would. */
final class Topic {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private Topic() {}

    /** The records of one complaint, as soon as there are as many as that. */
    static List<ConsumerRecord<String, String>> recordsOf(String complaint, int count) {
        var records = new ArrayList<ConsumerRecord<String, String>>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestKafka.shared().bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                500);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("aryz.complaints"));
            Patience.until(count + " events of the complaint are published", PATIENCE, () -> {
                consumer.poll(POLL).forEach(record -> {
                    if (complaint.equals(record.key())) {
                        records.add(record);
                    }
                });
                return records.size() >= count;
            });
        }
        return records;
    }

    static Map<String, String> headers(ConsumerRecord<String, String> event) {
        return List.of(event.headers().toArray()).stream()
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
