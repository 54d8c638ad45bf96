package org.aryz.eventlog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.eventlog.Samples.METADATA;
import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.event;
import static org.aryz.eventlog.Samples.newStream;
import static org.aryz.testplatform.PublicTopic.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayIT {
    private static final Duration LEASE = Duration.ofMillis(1500);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers());
    private final String topic = "relay-" + UUID.randomUUID();
    private final List<Relay> relays = new ArrayList<>();
    private TestDatabase database;
    private PostgresEventLog log;
    private TopicReader reader;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        log = database.newLog();
        reader = new TopicReader(kafka, topic);
    }

    @AfterEach
    void stop() {
        relays.forEach(Relay::close);
        reader.close();
        database.close();
    }

    private Relay relay(PostgresEventLog of, Pool pool, PublicEvent.Mapping mapping) {
        return relay(of, pool, mapping, kafka, Duration.ofMillis(50));
    }

    /** A relay that failed rests for twice as long as it polls: this one long enough to be seen without a lead. */
    private Relay impatientRelay() {
        var client = new HashMap<>(kafka);
        client.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        client.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_000);
        return relay(log, database.pool(), RelayIT::published, client, Duration.ofSeconds(1));
    }

    private Relay relay(
            PostgresEventLog of, Pool pool, PublicEvent.Mapping mapping, Map<String, Object> client, Duration poll) {
        var settings = new RelaySettings("thing", topic, 1, client, new SubscriptionSettings(500, poll, LEASE));
        var relay = new Relay(of, pool, mapping, settings).start();
        relays.add(relay);
        return relay;
    }

    private static Optional<PublicEvent> published(RecordedEvent event) {
        return Optional.of(new PublicEvent(
                event.stream().toString(),
                event.type(),
                "urn:test:thing:1",
                event.data().getBytes(UTF_8)));
    }

    private void appendTo(StreamId stream, long version, int events) {
        log.append(append(stream, version, events)).await().indefinitely();
    }

    @Test
    void anAppendedEventIsACloudEventOnTheTopic() {
        relay(log, database.pool(), RelayIT::published);
        var stream = newStream();
        var stored = event("thing.made", "{\"size\":2}");
        log.append(Append.to(stream, 0, List.of(stored), METADATA)).await().indefinitely();

        var record = reader.next(1).getFirst();

        assertThat(record.key()).isEqualTo(stream.toString());
        assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"size\":2}");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo(stored.id().toString());
        assertThat(header(record, "ce_source"))
                .isEqualTo("/thing/" + log.id().await().indefinitely() + "/" + stream);
        assertThat(header(record, "ce_type")).isEqualTo("thing.made");
        assertThat(header(record, "ce_subject")).isEqualTo(stream.toString());
        assertThat(header(record, "ce_sequence")).isEqualTo("1");
        assertThat(header(record, "ce_dataschema")).isEqualTo("urn:test:thing:1");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(record.headers().lastHeader("ce_time")).isNotNull();
    }

    @Test
    void everyEventIsPublishedInTheOrderOfItsStream() {
        var streams = IntStream.range(0, 40).mapToObj(_ -> newStream()).toList();
        for (var round = 0; round < 30; round++) {
            var version = round;
            streams.stream()
                    .map(stream -> log.append(append(stream, version, 1)).subscribeAsCompletionStage())
                    .toList()
                    .forEach(result -> result.join());
        }
        var relay = relay(log, database.pool(), RelayIT::published);

        reader.next(1200);

        reader.sequences().forEach((_, seen) -> assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 30).mapToObj(i -> (long) i).toList()));
        Patience.until("nothing is behind", SOON, () -> behind(relay) == 0);
    }

    private static long behind(Relay relay) {
        return relay.status().await().indefinitely().behind();
    }

    private List<Long> sequences(StreamId stream) {
        return reader.sequences().getOrDefault(stream.toString(), List.of());
    }

    @Test
    void privateStreamsAreNotPublishedAndHoldNothingUp() {
        var secret = newStream();
        var open = newStream();
        appendTo(secret, 0, 3);
        appendTo(open, 0, 1);
        appendTo(secret, 3, 1);
        var relay = relay(
                log, database.pool(), event -> event.stream().equals(secret) ? Optional.empty() : published(event));

        reader.next(1);

        Patience.until("nothing is behind", SOON, () -> behind(relay) == 0);
        assertThat(reader.sequences()).containsOnlyKeys(open.toString());
    }

    @Test
    void anEventThatCannotBePublishedStopsThoseAfterItUntilItCan() {
        var broken = new AtomicBoolean(true);
        var stream = newStream();
        appendTo(stream, 0, 10);
        var relay = relay(log, database.pool(), event -> {
            if (event.version() == 5 && broken.get()) {
                throw new IllegalStateException("not now");
            }
            return published(event);
        });

        reader.next(4);
        Patience.until("the position moved to the fourth", SOON, () -> behind(relay) == 6);
        broken.set(false);
        reader.next(6);

        assertThat(sequences(stream)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void eventsWaitWhileKafkaIsAwayAndFlowWhenItIsBack() {
        relay(log, database.pool(), RelayIT::published);
        var stream = newStream();
        appendTo(stream, 0, 1);
        reader.next(1);

        TestKafka.shared().stop();
        try {
            appendTo(stream, 1, 5);
        } finally {
            TestKafka.shared().start();
        }

        reader.untilSequence(6);
        assertThat(sequences(stream).stream().distinct()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    /** Only a broker that holds its connections and says nothing makes a producer wait for so long. */
    @Test
    void aProducerThatGetsNoAnswerIsGivenUpAndTheNextOneLosesNothing() {
        var relay = impatientRelay();
        var stream = newStream();
        appendTo(stream, 0, 1);
        reader.next(1);

        TestKafka.shared().freeze();
        try {
            appendTo(stream, 1, 5);
            Patience.until("the lead ends", SOON, () -> !relay.isLeading());
            assertThat(behind(relay)).isEqualTo(5);
        } finally {
            TestKafka.shared().thaw();
        }

        reader.untilSequence(6);
        assertThat(firstSeen(sequences(stream))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        Patience.until("nothing is behind", SOON, () -> behind(relay) == 0);
    }

    @Test
    void ofTwoRelaysOneLeadsAlsoWhenTheLeaderIsCutOffAndComesBack() {
        var wire = database.newWire();
        var cutPool = database.newPool(wire);
        var first = relay(database.newLog(cutPool), cutPool, RelayIT::published);
        Patience.until("the first leads", SOON, first::isLeading);
        var second = relay(log, database.pool(), RelayIT::published);
        var bothLed = new AtomicBoolean();
        var watch = Thread.ofVirtual().start(() -> {
            while (!Thread.interrupted()) {
                if (first.isLeading() && second.isLeading()) {
                    bothLed.set(true);
                }
                Thread.onSpinWait();
            }
        });
        var stream = newStream();
        appendTo(stream, 0, 50);

        wire.cut();
        appendTo(stream, 50, 50);
        Patience.until("the second leads", SOON, second::isLeading);
        assertThat(first.isLeading()).isFalse();
        appendTo(stream, 100, 50);

        wire.mend();
        appendTo(stream, 150, 50);
        Patience.until("nothing is behind", SOON, () -> behind(second) == 0);
        assertThat(first.isLeading()).isFalse();

        second.close();
        Patience.until("the first leads again", SOON, first::isLeading);
        appendTo(stream, 200, 50);

        reader.untilSequence(250);
        watch.interrupt();
        assertThat(bothLed).isFalse();
        assertThat(firstSeen(sequences(stream)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 250).mapToObj(i -> (long) i).toList());
    }

    /** What a consumer makes of it: a sequence at or below the highest seen is known already. */
    private static List<Long> firstSeen(List<Long> sequences) {
        var taken = new ArrayList<Long>();
        for (var sequence : sequences) {
            if (taken.isEmpty() || sequence > taken.getLast()) {
                taken.add(sequence);
            }
        }
        return taken;
    }
}
