package org.aryz.eventlog.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.kafka.Origins.Origin;
import org.aryz.eventlog.subscription.Leader;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends events to Kafka while it leads, many in flight. After the first failure nothing more is sent. */
final class Publisher implements Leader {
    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final Duration MOST_BLOCKING = Duration.ofSeconds(2);
    private static final int LONGEST_REQUEST_MILLIS = 10_000;
    private static final int LONGEST_DELIVERY_MILLIS = 30_000;

    private final Origins origins;
    private final PublicEvent.Mapping mapping;
    private final RelaySettings settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Publisher(Pool pool, PublicEvent.Mapping mapping, RelaySettings settings) {
        this.origins = new Origins(pool, settings.subscription().lease());
        this.mapping = mapping;
        this.settings = settings;
    }

    @Override
    public void begin() {
        Topics.ensure(settings.kafka(), settings.replicationFactor(), settings.topic());
        origins.settle(log -> LastPublished.ids(settings.kafka(), settings.topic(), sourcePrefix(log)));
        producer = new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void end() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public Uni<Integer> handle(List<RecordedEvent> events) {
        var sending = new Sending(Objects.requireNonNull(producer), events.size());
        var told = origins.of(events).iterator();
        for (var event : events) {
            sending.next(event, told.next());
        }
        return Uni.createFrom().completionStage(sending::done);
    }

    /** One batch on its way. */
    private final class Sending {
        private final KafkaProducer<String, byte[]> to;
        private final Thread thread = Thread.currentThread();
        private final CompletableFuture<?>[] acknowledged;
        private int next;
        private volatile boolean failed;

        Sending(KafkaProducer<String, byte[]> to, int size) {
            this.to = to;
            this.acknowledged = new CompletableFuture<?>[size];
        }

        void next(RecordedEvent event, Origin origin) {
            var acknowledgement = new CompletableFuture<Boolean>();
            acknowledged[next++] = acknowledgement;
            if (failed) {
                acknowledgement.complete(false);
                return;
            }
            try {
                mapping.publish(event)
                        .ifPresentOrElse(
                                toSend -> send(cloudEvent(event, origin, toSend), toSend.key(), acknowledgement),
                                () -> acknowledgement.complete(true));
            } catch (RuntimeException e) {
                fail(acknowledgement, e);
            }
        }

        private void send(CloudEvent event, String key, CompletableFuture<Boolean> acknowledgement) {
            var message = KafkaMessageFactory.<String>createWriter(settings.topic(), key)
                    .writeBinary(event);
            var _ = to.send(message, (_, failure) -> {
                if (failure == null) {
                    acknowledgement.complete(true);
                } else {
                    fail(acknowledgement, failure);
                }
            });
        }

        /** Ends the batch here. If Kafka itself refused it, what is queued behind it must not overtake it. */
        private void fail(CompletableFuture<Boolean> acknowledgement, Exception failure) {
            acknowledgement.complete(false);
            if (!failed) {
                failed = true;
                LOG.warnf(
                        "Publishing to %s stops before an event: %s",
                        settings.topic(), failure.getClass().getName());
                if (Thread.currentThread() != thread) {
                    to.close(Duration.ZERO);
                }
            }
        }

        CompletableFuture<Integer> done() {
            return CompletableFuture.allOf(acknowledged).thenApply(_ -> {
                var done = 0;
                while (done < acknowledged.length && Boolean.TRUE.equals(acknowledged[done].join())) {
                    done++;
                }
                return done;
            });
        }
    }

    private String sourcePrefix(UUID log) {
        return "/" + settings.service() + "/" + log + "/";
    }

    private CloudEvent cloudEvent(RecordedEvent event, Origin origin, PublicEvent toSend) {
        return CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withSource(URI.create(sourcePrefix(origin.log()) + event.stream()))
                .withType(toSend.type())
                .withSubject(toSend.key())
                .withTime(event.recordedAt().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withDataSchema(URI.create(toSend.dataSchema()))
                .withExtension("sequence", Long.toString(origin.sequence(event)))
                .withData(toSend.data())
                .build();
    }

    /**
     * An idempotent producer, which keeps the order while it repeats. What it can't deliver in time (half a minute, unless the
     * client settings say otherwise) ends its lead, and a new producer begins at the first event that was not acknowledged.
     */
    private Map<String, Object> producerSettings() {
        var all = new HashMap<>(settings.kafka());
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        all.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_REQUEST_MILLIS);
        all.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LONGEST_DELIVERY_MILLIS);
        all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_BLOCKING.toMillis());
        all.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        return all;
    }
}
