package org.aryz.eventlog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.LogUnavailable;
import org.aryz.eventlog.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can't be taken in waits in the line of its subject, and is neither lost nor done twice. */
class ParkingIT {
    private Exchange exchange;
    private Receiver receiver;

    @BeforeEach
    void start() {
        exchange = new Exchange();
        receiver = exchange.newReceiver();
    }

    @AfterEach
    void stop() {
        exchange.close();
    }

    private static String[] numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(ParkingIT::number).toArray(String[]::new);
    }

    private static String number(int n) {
        return "{\"n\":" + n + "}";
    }

    private StreamId sentAbout(int count) {
        var subject = newStream();
        exchange.send(subject, 0, subject.value(), numbered(1, count));
        return subject;
    }

    @Test
    void poisonParksItsSubjectAloneUntilItIsReplayed() {
        exchange.poison.add("\"n\":2}");
        var poisoned = sentAbout(4);
        var healthy = newStream();
        exchange.send(healthy, 0, healthy.value(), "{}", "{}");
        exchange.receive(receiver, exchange.reader.next(6));

        assertThat(exchange.noted(poisoned)).containsExactly(numbered(1, 1));
        assertThat(exchange.noted(healthy)).hasSize(2);
        assertThat(exchange.parked())
                .extracting(ParkedLane::lane, ParkedLane::events, ParkedLane::reason, ParkedLane::type)
                .containsExactly(tuple(exchange.laneOf(poisoned), 3L, "handler-failed", "thing.happened"));
        assertThat(exchange.replay(receiver, exchange.laneOf(poisoned))).isZero();

        exchange.poison.clear();

        assertThat(exchange.replay(receiver, exchange.laneOf(poisoned))).isEqualTo(3);
        assertThat(exchange.noted(poisoned)).containsExactly(numbered(1, 4));
        exchange.goOn(receiver);
        assertThat(exchange.parked()).isEmpty();
        assertThat(exchange.dead()).isEmpty();
        assertThat(exchange.receivers.number("select count(*) from event_log.parked_event"))
                .isZero();
        exchange.send(poisoned, 4, poisoned.value(), numbered(5, 5));
        exchange.receive(receiver, exchange.reader.next(1));
        assertThat(exchange.noted(poisoned)).containsExactly(numbered(1, 5));
    }

    @Test
    void replayingTwiceChangesNothing() {
        exchange.poison.add("\"n\":1}");
        var subject = sentAbout(50);
        exchange.receive(receiver, exchange.reader.next(50));
        exchange.poison.clear();

        var lane = exchange.laneOf(subject);
        var other = exchange.newReceiver();
        var both = Uni.combine()
                .all()
                .unis(receiver.replay(lane), other.replay(lane))
                .asTuple()
                .await()
                .atMost(Duration.ofSeconds(60));

        assertThat(both.getItem1()).isPositive();
        assertThat(exchange.replay(receiver, lane)).isZero();
        assertThat(exchange.noted(subject)).containsExactly(numbered(1, 50));
    }

    @Test
    void anEventOfAnotherSourceWaitsBehindAlsoWhereNobodyRemembersThatTheSubjectIsParked() {
        var about = newStream();
        exchange.poison.add("\"n\":1}");
        exchange.send(newStream(), 0, about.value(), numbered(1, 1));
        exchange.receive(receiver, exchange.reader.next(1));
        exchange.send(newStream(), 0, about.value(), numbered(2, 3));
        exchange.poison.add("\"n\":3}");

        exchange.receive(exchange.newReceiver(), exchange.reader.next(2));

        assertThat(exchange.noted(about)).isEmpty();
        assertThat(exchange.dead()).hasSize(1);
        exchange.poison.clear();
        assertThat(exchange.replay(receiver, exchange.laneOf(about))).isEqualTo(3);
        assertThat(exchange.noted(about)).containsExactly(numbered(1, 3));
    }

    @Test
    void aHoleClosesByItself() {
        var subject = sentAbout(5);
        var records = exchange.reader.next(5);
        exchange.receive(receiver, List.of(records.get(0), records.get(2), records.get(3)));
        exchange.goOn(receiver);
        assertThat(exchange.noted(subject)).containsExactly(numbered(1, 1));
        assertThat(exchange.parked())
                .extracting(ParkedLane::events, ParkedLane::reason, ParkedLane::type)
                .containsExactly(tuple(2L, "hole", null));

        exchange.receive(receiver, List.of(records.get(1)));
        exchange.goOn(receiver);

        assertThat(exchange.noted(subject)).containsExactly(numbered(1, 4));
        exchange.receive(receiver, List.of(records.get(4)));
        assertThat(exchange.noted(subject)).containsExactly(numbered(1, 5));
        assertThat(exchange.dead()).isEmpty();
    }

    @Test
    void aHoleInTheSecondSourceOfALineClosesAfterTheFirstSourceWasReplayed() {
        var about = newStream();
        var second = newStream();
        exchange.poison.add("\"n\":1}");
        exchange.send(newStream(), 0, about.value(), numbered(1, 1));
        exchange.send(second, 0, about.value(), numbered(2, 4));
        var records = exchange.reader.next(4);
        exchange.receive(receiver, List.of(records.get(0), records.get(1), records.get(3), records.get(2)));

        exchange.poison.clear();

        assertThat(exchange.replay(receiver, exchange.laneOf(about))).isEqualTo(4);
        assertThat(exchange.noted(about)).containsExactly(numbered(1, 4));
    }

    @Test
    void anUnknownTypeIsParkedAndTakenInByAVersionThatKnowsIt() {
        var subject = sentAbout(2);
        var old = exchange.newReceiver(knowing("something.else"));
        exchange.receive(old, exchange.reader.next(2));

        assertThat(exchange.parked())
                .extracting(ParkedLane::events, ParkedLane::reason, ParkedLane::type)
                .containsExactly(tuple(2L, "unknown-type", "thing.happened"));
        assertThat(exchange.dead()).isEmpty();
        assertThat(exchange.replay(old, exchange.laneOf(subject))).isZero();

        var upgraded = exchange.newReceiver(knowing("thing.happened"));

        assertThat(exchange.replay(upgraded, exchange.laneOf(subject))).isEqualTo(2);
        assertThat(exchange.noted(subject)).containsExactly(numbered(1, 2));
    }

    private ReceivedEventHandler knowing(String known) {
        return new ReceivedEventHandler() {
            @Override
            public Uni<AppendResult> handle(ReceivedEvent event) {
                return exchange.noteDown(event);
            }

            @Override
            public boolean knows(String type) {
                return type.equals(known);
            }
        };
    }

    @Test
    void aRecordThatHasAPlaceButCannotBeReadParksItsSubject() {
        var subject = newStream();
        exchange.put(
                subject.toString(),
                "garbage".getBytes(UTF_8),
                Map.of(
                        "ce_subject", subject.toString(),
                        "ce_source", "/thing/log/stream",
                        "ce_sequence", "1",
                        "ce_type", "thing.happened"));
        exchange.send(newStream(), 0, subject.value(), "{}");

        exchange.receive(receiver, exchange.reader.next(2));

        assertThat(exchange.parked())
                .extracting(ParkedLane::events, ParkedLane::reason)
                .containsExactly(tuple(2L, "undecodable"));
        assertThat(exchange.noted(subject)).isEmpty();
        assertThat(exchange.replay(receiver, exchange.laneOf(subject))).isZero();
    }

    @Test
    void aDeadLetterThatBelongsNowhereStaysUntilItCanBeRead() {
        exchange.put("key", "garbage".getBytes(UTF_8), Map.of());
        exchange.receive(receiver, exchange.reader.next(1));
        var letter = exchange.dead().getFirst();

        var record = exchange.parking.deadRecord(letter.id()).await().indefinitely();

        assertThat(letter.subject()).isNull();
        assertThat(record.orElseThrow().value()).isEqualTo("garbage".getBytes(UTF_8));
        assertThat(receiver.replay(letter.id(), record.orElseThrow()).await().indefinitely())
                .isFalse();
        assertThat(exchange.dead()).hasSize(1);
    }

    @Test
    void aReplayThatDiesHalfWayLosesNothingAndDoublesNothing() {
        exchange.poison.add("\"n\":1}");
        var subject = sentAbout(20);
        exchange.receive(receiver, exchange.reader.next(20));
        exchange.poison.clear();
        var dying = exchange.newReceiver(event -> event.data().path("n").asInt() == 8
                ? Uni.createFrom().failure(new LogUnavailable("gone", Duration.ZERO, null))
                : exchange.noteDown(event));
        dying.close();

        assertThat(dying.replay(exchange.laneOf(subject)).subscribeAsCompletionStage())
                .failsWithin(Duration.ofSeconds(30));
        assertThat(exchange.noted(subject)).hasSize(7);

        assertThat(exchange.replay(exchange.newReceiver(), exchange.laneOf(subject)))
                .isEqualTo(13);
        assertThat(exchange.noted(subject)).containsExactly(numbered(1, 20));
    }

    @Test
    void replayWhileTheSameSubjectIsReceivedActsOnceAndInOrder() {
        exchange.poison.add("\"n\":1}");
        var about = newStream();
        var first = newStream();
        var second = newStream();
        exchange.send(first, 0, about.value(), numbered(1, 20));
        exchange.send(second, 0, about.value(), numbered(21, 40));
        var parked = exchange.reader.next(40);
        exchange.receive(receiver, parked);
        exchange.send(first, 20, about.value(), numbered(41, 60));
        var live = exchange.reader.next(20);
        exchange.poison.clear();

        var other = exchange.newReceiver();
        var racing = List.of(
                receiver.replay(exchange.laneOf(about)).replaceWithVoid().subscribeAsCompletionStage(),
                other.receive(parked).subscribeAsCompletionStage(),
                receiver.receive(live).subscribeAsCompletionStage());

        racing.forEach(CompletableFuture::join);
        exchange.goOn(receiver);
        assertThat(exchange.noted(about)).containsExactly(numbered(1, 60));
    }

    @Test
    void publishingAllAgainWhileSomethingIsParkedChangesNothing() {
        exchange.poison.add("\"n\":2}");
        var subject = sentAbout(4);
        exchange.receive(receiver, exchange.reader.next(4));
        var before = exchange.parked();

        exchange.publishAgain();
        exchange.receive(exchange.newReceiver(), exchange.reader.next(4));

        assertThat(exchange.parked()).isEqualTo(before);
        assertThat(exchange.noted(subject)).containsExactly(numbered(1, 1));
        assertThat(exchange.receivers.number("select count(*) from event_log.parked_event"))
                .isEqualTo(3);
    }

    @Test
    void aConsumerThrownOutOfItsGroupWhileItWorksActsOnce() {
        var subjects = IntStream.range(0, 30).mapToObj(_ -> sentAbout(5)).toList();
        var group = "group-" + UUID.randomUUID();
        var gate = new CompletableFuture<AppendResult>();
        var zombie = exchange.newReceiver(event -> event.receipt().sequence() == 3
                ? Uni.createFrom().completionStage(gate).onFailure().recoverWithUni(() -> exchange.noteDown(event))
                : exchange.noteDown(event));

        try (var slow = TopicReader.inGroup(exchange.kafka, exchange.topic, group)) {
            var work = zombie.receive(slow.next(150)).subscribeAsCompletionStage();
            try (var next = TopicReader.inGroup(exchange.kafka, exchange.topic, group)) {
                exchange.receive(receiver, next.next(150));
                next.commit();
            }
            assertThat(work).isNotDone();
            gate.completeExceptionally(new IllegalStateException("goes on now"));
            work.join();
            assertThat(slow.wasThrownOut()).isTrue();
        }

        assertThat(subjects)
                .allSatisfy(subject -> assertThat(exchange.noted(subject)).containsExactly(numbered(1, 5)));
        assertThat(exchange.parked()).isEmpty();
        System.out.println("zombie: lost=0 doubled=0");
    }

    @Test
    void recordsAreKeptAsTheyCame() {
        exchange.poison.add("\"n\":1}");
        var subject = sentAbout(1);
        var record = exchange.reader.next(1).getFirst();
        exchange.receive(receiver, List.of(record));

        var kept = exchange.parking
                .next(exchange.laneOf(subject))
                .await()
                .indefinitely()
                .orElseThrow();

        assertThat(receiver.throughTo(new TopicPartition(record.topic(), record.partition())))
                .isEqualTo(record.offset() + 1);
        assertThat(kept.value()).isEqualTo(record.value());
        assertThat(kept.headers()).isEqualTo(record.headers());
        assertThat(kept)
                .extracting(ConsumerRecord::topic, ConsumerRecord::partition, ConsumerRecord::offset)
                .containsExactly(record.topic(), record.partition(), record.offset());
    }
}
