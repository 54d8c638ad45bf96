package org.aryz.benchmarks.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.aryz.benchmarks.Relaying;
import org.aryz.eventlog.kafka.Receiver;

/** A replica that reads a topic as a member of a group, which throws it out when it does not read on for three seconds. */
final class Member implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration END = Duration.ofSeconds(30);
    private static final Map<String, Object> SETTINGS = Map.of(
            "auto.offset.reset", "earliest",
            "enable.auto.commit", false,
            "default.api.timeout.ms", 5_000,
            "metadata.max.age.ms", 2_000,
            "max.poll.records", 200,
            "max.poll.interval.ms", 3_000);

    private final Receiver receiver;
    private final String topic;
    private final String group;
    private final Thread thread = Thread.ofPlatform().name("member").unstarted(this::readOn);
    private volatile boolean closed;
    private volatile int partitions;
    private final AtomicInteger timesThrownOut = new AtomicInteger();

    Member(Receiver receiver, String topic, String group) {
        this.receiver = receiver;
        this.topic = topic;
        this.group = group;
    }

    void start() {
        thread.start();
    }

    Receiver receiver() {
        return receiver;
    }

    /** How many partitions it reads. */
    int partitions() {
        return partitions;
    }

    /** How often it found that the group had given its work to others. */
    int timesThrownOut() {
        return timesThrownOut.get();
    }

    private void readOn() {
        var settings = new HashMap<>(SETTINGS);
        settings.putAll(Relaying.kafka());
        settings.put("group.id", group);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!closed) {
                takeIn(consumer);
            }
        } catch (CancellationException _) {
            // closed while something had to wait
        }
    }

    private void takeIn(KafkaConsumer<String, byte[]> consumer) {
        var batch = consumer.poll(POLL);
        partitions = consumer.assignment().size();
        if (batch.isEmpty()) {
            return;
        }
        receiver.receive(batch).await().indefinitely();
        try {
            consumer.commitSync();
        } catch (CommitFailedException _) {
            timesThrownOut.incrementAndGet();
        } catch (KafkaException _) {
            // Kafka is away: the records come again
        }
    }

    @Override
    public void close() {
        closed = true;
        receiver.close();
        try {
            thread.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
