package org.aryz.eventlog.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics of records that a service could not take in, {@code <topic>.<service>.dead}. A record goes there as it came,
 * with where it came from and a code why: never a text of an exception, which could quote data.
 */
public final class DeadLetters implements AutoCloseable {
    /** Header with the code why. */
    public static final String REASON = "aryz-dead-letter-reason";

    /** Header with topic, partition and offset where the record came from. */
    public static final String ORIGIN = "aryz-dead-letter-origin";

    private final String service;
    private final int replicationFactor;
    private final Map<String, Object> kafka;
    private final Set<String> ensured = ConcurrentHashMap.newKeySet();
    private @Nullable KafkaProducer<String, byte[]> producer;

    /**
     * @param service the service that could not take the records in
     * @param replicationFactor of the topics, which are created when needed first
     * @param kafka client settings, at least {@code bootstrap.servers}
     */
    public DeadLetters(String service, int replicationFactor, Map<String, Object> kafka) {
        this.service = service;
        this.replicationFactor = replicationFactor;
        this.kafka = Map.copyOf(kafka);
    }

    /** Succeeds when Kafka has the record. */
    Uni<Void> add(ConsumerRecord<String, byte[]> record, String code) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    send(record, code);
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void send(ConsumerRecord<String, byte[]> record, String code) {
        var topic = Topics.deadLetters(record.topic(), service);
        if (!ensured.contains(topic)) {
            Topics.ensure(kafka, replicationFactor, topic);
            ensured.add(topic);
        }
        var letter = new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
        letter.headers()
                .add(REASON, code.getBytes(StandardCharsets.US_ASCII))
                .add(ORIGIN, origin(record).getBytes(StandardCharsets.US_ASCII));
        try {
            producer().send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaUnavailable("A dead letter could not be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailable("Interrupted while a dead letter was sent", e);
        }
    }

    private static String origin(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            var all = new HashMap<>(kafka);
            all.put(ProducerConfig.ACKS_CONFIG, "all");
            producer = new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
