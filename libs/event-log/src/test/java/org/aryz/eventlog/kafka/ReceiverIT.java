package org.aryz.eventlog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.eventlog.Samples.METADATA;
import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.event;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiverIT {
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers());
    private final String topic = "receive-" + UUID.randomUUID();
    private TestDatabase senders;
    private TestDatabase receivers;
    private PostgresEventLog sent;
    private PostgresEventLog received;
    private Relay relay;
    private TopicReader reader;
    private DeadLetters deadLetters;
    private Receiver receiver;

    @BeforeEach
    void start() {
        senders = TestDatabase.create();
        receivers = TestDatabase.create();
        sent = senders.newLog();
        received = receivers.newLog();
        var fast = new SubscriptionSettings(500, Duration.ofMillis(50), Duration.ofSeconds(5));
        relay = new Relay(
                        sent, senders.pool(), ReceiverIT::published, new RelaySettings("thing", topic, 1, kafka, fast))
                .start();
        reader = new TopicReader(kafka, topic);
        deadLetters = new DeadLetters("test", 1, kafka);
        receiver = new Receiver(this::noteDown, deadLetters);
    }

    @AfterEach
    void stop() {
        relay.close();
        receiver.close();
        deadLetters.close();
        reader.close();
        senders.close();
        receivers.close();
    }

    /** Events of type {@code "about <uuid>"} are of that subject, so that streams can share one. */
    private static Optional<PublicEvent> published(RecordedEvent event) {
        var subject = event.type().substring("about ".length());
        return Optional.of(new PublicEvent(
                subject, "thing.happened", "urn:test", event.data().getBytes(UTF_8)));
    }

    private Uni<AppendResult> noteDown(ReceivedEvent incoming) {
        if (incoming.data().has("poison")) {
            throw new IllegalStateException("can't swallow " + incoming.data());
        }
        return new Streams<>(received, event -> event, 0, (count, _) -> count + 1)
                .execute(
                        StreamId.of(UUID.fromString(incoming.subject())),
                        seen -> append(seen.stream(), seen.version(), 1).inAnswerTo(incoming.receipt()));
    }

    private void send(StreamId stream, long version, UUID about, String... data) {
        var events = List.of(data).stream()
                .map(json -> event("about " + about, json))
                .toList();
        sent.append(Append.to(stream, version, events, METADATA)).await().indefinitely();
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records) {
        receiver.receive(records).await().atMost(Duration.ofSeconds(60));
    }

    private int noted(UUID about) {
        return received.readStream(StreamId.of(about), 0).await().indefinitely().size();
    }

    @Test
    void publishingEverythingAgainChangesNothing() {
        var subjects = IntStream.range(0, 50).mapToObj(_ -> newStream()).toList();
        subjects.forEach(subject -> send(subject, 0, subject.value(), "{}", "{}", "{}", "{}"));
        receive(reader.next(200));
        assertThat(receivers.number("select count(*) from event_log.event")).isEqualTo(200);

        senders.sql("update event_log.subscription set position = 0, epoch = epoch + 1");
        receive(reader.next(200));

        assertThat(receivers.number("select count(*) from event_log.event")).isEqualTo(200);
        assertThat(receiver.counts()).isEqualTo(new Receiver.Counts(200, 200, 0));
    }

    @Test
    void twoStreamsAboutOneSubjectDoNotHideEachOthersEvents() {
        var about = newStream().value();
        var first = newStream();
        var second = newStream();
        send(first, 0, about, "{}", "{}");
        send(second, 0, about, "{}");
        send(first, 2, about, "{}");
        send(second, 1, about, "{}", "{}");

        receive(reader.next(6));

        assertThat(noted(about)).isEqualTo(6);
        assertThat(receiver.counts()).isEqualTo(new Receiver.Counts(6, 0, 0));
    }

    @Test
    void poisonGoesToTheDeadLettersAndDoesNotStopThePartition() throws Exception {
        var poisoned = newStream();
        var healthy = newStream();
        putGarbage(poisoned);
        send(poisoned, 0, poisoned.value(), "{}", "{\"poison\": \"secret\"}", "{}");
        send(healthy, 0, healthy.value(), "{}", "{}");

        receive(reader.next(6));

        assertThat(noted(healthy.value())).isEqualTo(2);
        assertThat(noted(poisoned.value())).isEqualTo(1);
        assertThat(receiver.counts()).isEqualTo(new Receiver.Counts(3, 0, 3));
        try (var dead = new TopicReader(kafka, Topics.deadLetters(topic, "test"))) {
            var letters = dead.next(3);
            assertThat(letters)
                    .extracting(letter -> header(letter, DeadLetters.REASON))
                    .containsExactlyInAnyOrder("undecodable", "handler-failed", "hole");
            assertThat(letters).allSatisfy(letter -> {
                assertThat(header(letter, DeadLetters.ORIGIN)).startsWith(topic + "/");
                for (var header : letter.headers()) {
                    assertThat(new String(header.value(), UTF_8)).doesNotContain("secret", "swallow");
                }
            });
        }
    }

    private void putGarbage(StreamId key) throws InterruptedException, ExecutionException {
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.toString(), "garbage".getBytes(UTF_8)))
                    .get();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void whileTheDatabaseIsAwayRecordsWaitAndNoneIsLost() {
        var wire = receivers.newWire();
        received = receivers.newLog(receivers.newPool(wire));
        var subject = newStream();
        send(subject, 0, subject.value(), "{}", "{}");
        var records = reader.next(2);

        wire.refuse();
        var waiting = receiver.receive(records).subscribeAsCompletionStage();
        Patience.until("it was tried", Duration.ofSeconds(20), () -> wire.refused() > 3);
        assertThat(waiting).isNotDone();
        wire.mend();

        waiting.join();
        assertThat(noted(subject.value())).isEqualTo(2);
        assertThat(receiver.counts()).isEqualTo(new Receiver.Counts(2, 0, 0));
    }
}
