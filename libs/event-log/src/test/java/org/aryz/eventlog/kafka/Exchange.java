package org.aryz.eventlog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.eventlog.Samples.METADATA;
import static org.aryz.eventlog.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.LogUnavailable;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.aryz.testplatform.TestKafka;

/** A service that tells events and one that takes them in, each with its own database, and a topic between them. */
final class Exchange implements AutoCloseable {
    final Map<String, Object> kafka =
            Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers());
    final String topic = "receive-" + UUID.randomUUID();
    final TestDatabase senders = TestDatabase.create();
    final TestDatabase receivers = TestDatabase.create();
    final TopicReader reader;
    final Parking parking = new Parking(receivers.pool());

    /** Words in the data of events that the taking service can't swallow now. */
    final Set<String> poison = ConcurrentHashMap.newKeySet();

    private final PostgresEventLog sent = senders.newLog();
    private volatile PostgresEventLog received = receivers.newLog();
    private final Relay relay;
    private final DeadLetters deadLetters = new DeadLetters("test", 1, kafka);
    private final List<Receiver> made = new ArrayList<>();

    Exchange() {
        var fast = new SubscriptionSettings(500, Duration.ofMillis(50), Duration.ofSeconds(5));
        relay = new Relay(sent, senders.pool(), Exchange::published, new RelaySettings("thing", topic, 1, kafka, fast))
                .start();
        reader = new TopicReader(kafka, topic);
    }

    /** Events of type {@code "about <uuid>"} are of that subject, so that streams can share one. */
    private static Optional<PublicEvent> published(RecordedEvent event) {
        var subject = event.type().substring("about ".length());
        return Optional.of(new PublicEvent(
                subject, "thing.happened", "urn:test", event.data().getBytes(UTF_8)));
    }

    /** One replica of the taking service. */
    Receiver newReceiver() {
        return newReceiver(this::noteDown);
    }

    Receiver newReceiver(ReceivedEventHandler handler) {
        var receiver = new Receiver(handler, deadLetters, parking);
        made.add(receiver);
        return receiver;
    }

    /** Notes an event down in the stream of its subject. */
    Uni<AppendResult> noteDown(ReceivedEvent incoming) {
        var data = incoming.data().toString();
        if (poison.stream().anyMatch(data::contains)) {
            throw new IllegalStateException("can't swallow " + data);
        }
        return new Streams<>(received, event -> event, 0, (count, _) -> count + 1)
                .execute(StreamId.of(UUID.fromString(incoming.subject())), seen -> Append.to(
                                seen.stream(), seen.version(), List.of(event("noted", data)), METADATA)
                        .inAnswerTo(incoming.receipt()));
    }

    /** From now on the taking service reaches its database through another pool. */
    void receiveThrough(PostgresEventLog log) {
        received = log;
    }

    void send(StreamId stream, long version, UUID about, String... data) {
        assertThat(trySend(stream, version, about, data)).isTrue();
    }

    /** False while the database of the sender is away. */
    boolean trySend(StreamId stream, long version, UUID about, String... data) {
        var events = List.of(data).stream()
                .map(json -> event("about " + about, json))
                .toList();
        try {
            assertThat(sent.append(Append.to(stream, version, events, METADATA))
                            .await()
                            .indefinitely())
                    .isInstanceOf(AppendResult.Appended.class);
            return true;
        } catch (LogUnavailable _) {
            return false;
        }
    }

    /** Publishes everything there ever was once more. */
    void publishAgain() {
        senders.sql("update event_log.subscription set position = 0, epoch = epoch + 1");
    }

    void put(String key, byte[] value, Map<String, String> headers) {
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void receive(Receiver receiver, List<ConsumerRecord<String, byte[]>> records) {
        receiver.receive(records).await().atMost(Duration.ofSeconds(60));
    }

    /** What the running service does every second: takes in what has become ready by itself. */
    void goOn(Receiver receiver) {
        for (var lane : parking.ready().await().indefinitely()) {
            replay(receiver, lane);
        }
    }

    long replay(Receiver receiver, Lane lane) {
        return receiver.replay(lane).await().atMost(Duration.ofSeconds(60));
    }

    Lane laneOf(StreamId subject) {
        return new Lane(topic, subject.toString());
    }

    /** Data of the events taken in about a subject, in order. */
    List<String> noted(StreamId about) {
        return received.readStream(about, 0).await().indefinitely().stream()
                .map(RecordedEvent::data)
                .toList();
    }

    List<ParkedLane> parked() {
        return parking.lanes(new Lane("", ""), 100).await().indefinitely();
    }

    List<DeadLetter> dead() {
        return parking.deadLetters(0, 100).await().indefinitely();
    }

    @Override
    public void close() {
        relay.close();
        made.forEach(Receiver::close);
        deadLetters.close();
        reader.close();
        senders.close();
        receivers.close();
    }
}
