package org.aryz.eventlog.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.aryz.eventlog.notary.Witness;
import org.jspecify.annotations.Nullable;

/** Sends checkpoints to a topic that is kept for ever, keyed by the log's name; consumers of other parties keep them too. */
public final class TopicWitness implements Witness {
    private static final int PATIENCE_SECONDS = 5;

    private final String topic;
    private final int replicationFactor;
    private final Map<String, Object> kafka;
    private @Nullable KafkaProducer<String, String> producer;

    /**
     * @param replicationFactor of the topic, which is created when needed first
     * @param kafka client settings, at least {@code bootstrap.servers}
     */
    public TopicWitness(String topic, int replicationFactor, Map<String, Object> kafka) {
        this.topic = topic;
        this.replicationFactor = replicationFactor;
        this.kafka = Map.copyOf(kafka);
    }

    @Override
    public synchronized void keep(String note) {
        var origin = note.lines().findFirst().orElseThrow();
        try {
            producer().send(new ProducerRecord<>(topic, origin, note)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new KafkaUnavailable("A checkpoint could not be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailable("Interrupted while a checkpoint was sent", e);
        }
    }

    private KafkaProducer<String, String> producer() {
        if (producer == null) {
            Topics.ensure(kafka, replicationFactor, topic);
            var all = new HashMap<>(kafka);
            all.put(ProducerConfig.ACKS_CONFIG, "all");
            all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_SECONDS * 1_000);
            producer = new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
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
