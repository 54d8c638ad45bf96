package org.aryz.benchmarks.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.aryz.benchmarks.Store;
import org.aryz.benchmarks.history.Acknowledgements.Acknowledged;
import org.aryz.eventlog.kafka.PublicEvent;
import org.aryz.eventlog.kafka.Relay;
import org.aryz.eventlog.kafka.RelaySettings;
import org.aryz.eventlog.kafka.Topics;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.aryz.testplatform.TestKafka;

/** The relay as a service runs it, to a topic of its own: everything that is stored is published as it is. */
final class Relaying implements AutoCloseable {
    private final PostgresEventLog log;
    private final Relay relay;

    private Relaying(PostgresEventLog log, Relay relay) {
        this.log = log;
        this.relay = relay;
    }

    static Relaying of(Store store, Acknowledged acknowledged) throws Exception {
        store.execute("delete from event_log.subscription");
        var log = store.log();
        var settings = new RelaySettings(
                "bench",
                newTopic(),
                1,
                acknowledged.settings(TestKafka.shared().bootstrapServers()),
                SubscriptionSettings.defaults());
        var relay = new Relay(
                log,
                store.pool(4),
                event -> Optional.of(new PublicEvent(
                        event.stream().toString(),
                        event.type(),
                        "urn:aryz:" + event.type() + ":1",
                        event.data().getBytes(UTF_8))),
                settings);
        log.onAppended(relay::nudge);
        relay.start();
        return new Relaying(log, relay);
    }

    /** A fresh topic as the relay makes it, each of whose partitions has taken a record: leaders need a moment to be ready. */
    static String newTopic() throws InterruptedException, ExecutionException {
        var topic = "bench-" + UUID.randomUUID();
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers());
        Topics.ensure(kafka, 1, topic);
        try (var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var partition : producer.partitionsFor(topic)) {
                producer.send(new ProducerRecord<>(topic, partition.partition(), new byte[0], new byte[0]))
                        .get();
            }
        }
        return topic;
    }

    PostgresEventLog log() {
        return log;
    }

    @Override
    public void close() {
        relay.close();
    }
}
