package org.aryz.eventlog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.aryz.eventlog.TestDatabase;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PublicTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiverIT {
    private Exchange exchange;
    private TestDatabase receivers;
    private Receiver receiver;

    @BeforeEach
    void start() {
        exchange = new Exchange();
        receivers = exchange.receivers;
        receiver = exchange.newReceiver();
    }

    @AfterEach
    void stop() {
        exchange.close();
    }

    @Test
    void publishingEverythingAgainChangesNothing() {
        var subjects = IntStream.range(0, 50).mapToObj(_ -> newStream()).toList();
        subjects.forEach(subject -> exchange.send(subject, 0, subject.value(), "{}", "{}", "{}", "{}"));
        exchange.receive(receiver, exchange.reader.next(200));
        assertThat(receivers.number("select count(*) from event_log.event")).isEqualTo(200);

        exchange.publishAgain();
        exchange.receive(receiver, exchange.reader.next(200));

        assertThat(receivers.number("select count(*) from event_log.event")).isEqualTo(200);
        assertThat(receiver.counts()).isEqualTo(new Receiver.Counts(200, 200, 0, 0));
    }

    @Test
    void twoStreamsAboutOneSubjectDoNotHideEachOthersEvents() {
        var about = newStream();
        var first = newStream();
        var second = newStream();
        exchange.send(first, 0, about.value(), "{}", "{}");
        exchange.send(second, 0, about.value(), "{}");
        exchange.send(first, 2, about.value(), "{}");
        exchange.send(second, 1, about.value(), "{}", "{}");

        exchange.receive(receiver, exchange.reader.next(6));

        assertThat(exchange.noted(about)).hasSize(6);
        assertThat(receiver.counts()).isEqualTo(new Receiver.Counts(6, 0, 0, 0));
    }

    @Test
    void poisonGoesToTheDeadLettersAndDoesNotStopThePartition() {
        var poisoned = newStream();
        var healthy = newStream();
        exchange.poison.add("secret");
        exchange.put(poisoned.toString(), "garbage".getBytes(UTF_8), Map.of());
        exchange.send(poisoned, 0, poisoned.value(), "{}", "{\"poison\":\"secret\"}", "{}");
        exchange.send(healthy, 0, healthy.value(), "{}", "{}");

        exchange.receive(receiver, exchange.reader.next(6));

        assertThat(exchange.noted(healthy)).hasSize(2);
        assertThat(exchange.noted(poisoned)).hasSize(1);
        assertThat(receiver.counts()).isEqualTo(new Receiver.Counts(3, 0, 2, 2));
        assertThat(exchange.dead())
                .extracting(DeadLetter::reason, DeadLetter::subject, DeadLetter::parked)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("undecodable", poisoned.toString(), false),
                        org.assertj.core.groups.Tuple.tuple("handler-failed", poisoned.toString(), true));
        try (var dead = new TopicReader(exchange.kafka, Topics.deadLetters(exchange.topic, "test"))) {
            var letters = dead.next(2);
            assertThat(letters)
                    .extracting(letter -> PublicTopic.header(letter, DeadLetters.REASON))
                    .containsExactlyInAnyOrder("undecodable", "handler-failed");
            assertThat(letters).allSatisfy(letter -> {
                assertThat(PublicTopic.header(letter, DeadLetters.ORIGIN)).startsWith(exchange.topic + "/");
                for (var header : letter.headers()) {
                    assertThat(new String(header.value(), UTF_8)).doesNotContain("secret", "swallow");
                }
            });
        }
    }

    @Test
    void whileTheDatabaseIsAwayRecordsWaitAndNoneIsLost() {
        var wire = receivers.newWire();
        exchange.receiveThrough(receivers.newLog(receivers.newPool(wire)));
        var subject = newStream();
        exchange.send(subject, 0, subject.value(), "{}", "{}");
        var records = exchange.reader.next(2);

        wire.refuse();
        var waiting = receiver.receive(records).subscribeAsCompletionStage();
        Patience.until("it was tried", Duration.ofSeconds(20), () -> wire.refused() > 3);
        assertThat(waiting).isNotDone();
        wire.mend();

        waiting.join();
        assertThat(exchange.noted(subject)).hasSize(2);
        assertThat(receiver.counts()).isEqualTo(new Receiver.Counts(2, 0, 0, 0));
    }
}
