package org.aryz.eventlog.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.eventlog.Samples;
import org.aryz.eventlog.StreamId;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PublicTopic;
import org.aryz.testplatform.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sender's store is replaced by an older copy while sender and taker run. */
class RestoreIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final StreamId stream = Samples.newStream();
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

    @Test
    void whatIsWrittenASecondTimeIsNotTakenForKnown() {
        send(0, "{\"n\":1}", "{\"n\":2}");
        takeIn(2);
        var first = exchange.senders.backUp();
        send(2, "{\"forgotten\":3}", "{\"forgotten\":4}");
        takeIn(2);
        first.bringBack();

        send(2, "{\"n\":3}");
        takeIn(1);
        var second = exchange.senders.backUp();
        send(3, "{\"forgotten\":5}");
        takeIn(1);
        second.bringBack();

        send(3, "{\"n\":4}", "{\"n\":5}");
        takeIn(2);

        exchange.publishAgain();
        takeIn(5);

        assertThat(exchange.noted(stream))
                .containsExactly(
                        "{\"n\":1}",
                        "{\"n\":2}",
                        "{\"forgotten\":3}",
                        "{\"forgotten\":4}",
                        "{\"n\":3}",
                        "{\"forgotten\":5}",
                        "{\"n\":4}",
                        "{\"n\":5}");
        assertThat(exchange.parked()).isEmpty();
        assertThat(exchange.reader.all().stream().map(RestoreIT::origin).distinct())
                .hasSize(3);
    }

    @Test
    void aRestartOfTheServerIsNoRestore() {
        send(0, "{\"n\":1}");
        takeIn(1);

        TestPostgres.shared().stop();
        TestPostgres.shared().start();
        send(1, "{\"n\":2}");
        takeIn(1);

        assertThat(exchange.noted(stream)).containsExactly("{\"n\":1}", "{\"n\":2}");
        assertThat(exchange.reader.all().stream().map(RestoreIT::origin).distinct())
                .hasSize(1);
    }

    /** Connections of the pool were cut: a command may have to come twice, as after any outage. */
    private void send(long version, String... data) {
        var about = UUID.fromString(stream.toString());
        Patience.until("it is appended", SOON, () -> exchange.trySend(stream, version, about, data));
    }

    private void takeIn(int records) {
        exchange.receive(receiver, exchange.reader.next(records));
    }

    private static String origin(ConsumerRecord<String, byte[]> record) {
        return PublicTopic.header(record, "ce_source").split("/", -1)[2];
    }
}
