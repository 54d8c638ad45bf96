package org.aryz.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.kafka.PublicEvent;
import org.aryz.eventlog.kafka.Relay;
import org.aryz.eventlog.kafka.RelaySettings;
import org.aryz.eventlog.kafka.Topics;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.aryz.testplatform.TestKafka;

/** The relay as a service runs it, to a topic of its own: everything that is stored is published as it is. */
public final class Relaying implements AutoCloseable {
    private final PostgresEventLog log;
    private final Relay relay;

    private Relaying(PostgresEventLog log, Relay relay) {
        this.log = log;
        this.relay = relay;
    }

    /** Publishes all of it, also where something was published before. */
    public static Relaying allOf(Store store, Map<String, Object> kafka) throws Exception {
        store.execute("delete from event_log.subscription");
        return of(store, newTopic(), kafka);
    }

    public static Relaying of(Store store, String topic, Map<String, Object> kafka) {
        var log = store.log();
        var settings = new RelaySettings("bench", topic, 1, kafka, SubscriptionSettings.defaults());
        var relay = new Relay(log, store.pool(4), Relaying::published, settings);
        log.onAppended(relay::nudge);
        relay.start();
        return new Relaying(log, relay);
    }

    private static Optional<PublicEvent> published(RecordedEvent event) {
        return Optional.of(new PublicEvent(
                event.stream().toString(),
                event.type(),
                "urn:aryz:" + event.type() + ":1",
                event.data().getBytes(UTF_8)));
    }

    /** How to reach the broker of the run. */
    public static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers());
    }

    /** A fresh topic as the relay makes it, each of whose partitions has taken a record: leaders need a moment to be ready. */
    public static String newTopic() throws InterruptedException, ExecutionException {
        var topic = "bench-" + UUID.randomUUID();
        Topics.ensure(kafka(), 1, topic);
        try (var producer = new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var partition : producer.partitionsFor(topic)) {
                producer.send(new ProducerRecord<>(topic, partition.partition(), new byte[0], new byte[0]))
                        .get();
            }
        }
        return topic;
    }

    public PostgresEventLog log() {
        return log;
    }

    @Override
    public void close() {
        relay.close();
    }
}
