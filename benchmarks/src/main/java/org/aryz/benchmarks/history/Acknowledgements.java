package org.aryz.benchmarks.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Watches the relay's own producer: when each event was acknowledged by Kafka, and how large records are. */
public final class Acknowledgements implements ProducerInterceptor<String, byte[]> {
    private static final String SETTING = "aryz.benchmarks.acknowledged";

    private @Nullable Acknowledged told;

    /** What was acknowledged; one object for all producers that a relay makes. */
    static final class Acknowledged {
        private final double[] millis;
        private final CountDownLatch all = new CountDownLatch(1);
        private volatile int recordSize;
        private long first;
        private long last;
        private int leftOut;
        private int count;

        /** @param expected number of events */
        Acknowledged(int expected) {
            this(0, expected);
        }

        /**
         * @param leftOut so many come first and are not counted, because the relay is starting
         * @param expected number of events after them
         */
        Acknowledged(int leftOut, int expected) {
            this.leftOut = leftOut;
            millis = new double[expected];
        }

        /** What makes a producer tell this object. */
        Map<String, Object> settings(String bootstrapServers) {
            return Map.of(
                    "bootstrap.servers",
                    bootstrapServers,
                    "interceptor.classes",
                    Acknowledgements.class.getName(),
                    SETTING,
                    this);
        }

        void awaitAll() throws InterruptedException {
            all.await();
        }

        /** Bytes of key, value and headers of the record that was sent last. */
        int recordSize() {
            return recordSize;
        }

        /** From the first record that was sent to the last that was acknowledged. */
        synchronized double perSecond() {
            return count / ((last - first) / 1e9);
        }

        /** Milliseconds from the recording of an event, just before its commit, to its acknowledgement. */
        synchronized double percentile(double share) {
            var sorted = Arrays.copyOf(millis, count);
            Arrays.sort(sorted);
            return sorted[(int) Math.ceil(share * count) - 1];
        }

        synchronized void sent(int size) {
            recordSize = size;
            first = first == 0 ? System.nanoTime() : first;
        }

        synchronized void acknowledged(Instant recordedAt) {
            if (leftOut > 0) {
                leftOut--;
            } else if (count < millis.length) {
                millis[count++] = Duration.between(recordedAt, Instant.now()).toNanos() / 1e6;
                last = System.nanoTime();
            }
            if (count == millis.length) {
                all.countDown();
            }
        }
    }

    @Override
    public void configure(Map<String, ?> settings) {
        told = (Acknowledged) settings.get(SETTING);
    }

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> event) {
        var size = event.key().length() + event.value().length;
        for (var header : event.headers()) {
            size += header.key().length() + header.value().length;
        }
        if (told != null) {
            told.sent(size);
        }
        return event;
    }

    @Override
    public void onAcknowledgement(RecordMetadata place, @Nullable Exception failure, Headers headers) {
        if (failure == null && told != null) {
            told.acknowledged(OffsetDateTime.parse(
                            new String(headers.lastHeader("ce_time").value(), UTF_8))
                    .toInstant());
        }
    }

    @Override
    public void close() {
        // what was told outlives the producer
    }
}
