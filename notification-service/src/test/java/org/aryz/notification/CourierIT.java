package org.aryz.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.notification.AlertCommand.Raise;
import org.aryz.notification.application.Alerts;
import org.aryz.notification.application.Cause;
import org.aryz.notification.application.Channel;
import org.aryz.notification.application.Courier;
import org.aryz.notification.application.DueDeliveries;
import org.aryz.notification.application.Message;
import org.aryz.notification.application.Recipients;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.Test;

/** The queue of deliveries and the courier that works it off, at a real SMTP server. */
@QuarkusTest
class CourierIT extends WithMailServer {
    private static final Route ROUTE = new Route("r-en", "e-mail");

    @Inject
    Alerts alerts;

    @Inject
    Courier courier;

    @Inject
    DueDeliveries queue;

    @Inject
    Channel channel;

    @Inject
    Recipients recipients;

    @Inject
    EventLog log;

    @Inject
    MeterRegistry meters;

    @Test
    void aCourierThatDiesBetweenSendingAndRecordingSendsTheSameMessageAgain() {
        mail.stop();
        var alert = UUID.randomUUID();
        raise(alert);
        Patience.until("claimed by the one that will die", SOON, () -> claimed(alert));
        mail.start();
        var message = new Message(alert, Sample.notice(), Sample.notice().raisedAt(), false);
        Patience.until("sent by the one that will die", SOON, () -> accepted(message));
        awaitHandedOver(alert);
        assertThat(mail.about(alert))
                .hasSizeGreaterThanOrEqualTo(2)
                .extracting(letter -> MailServer.header(letter, "Message-ID"))
                .containsOnly("<" + alert + ".r-en@aryz>");
    }

    @Test
    void aLetterIsDatedByTheProductsClock() throws MessagingException {
        var alert = UUID.randomUUID();
        var at = Instant.parse("2031-01-05T18:00:00Z");
        channel.tell(recipients.find("r-en").orElseThrow(), new Message(alert, Sample.notice(), at, false))
                .await()
                .atMost(SOON);
        Patience.until("the letter is there", SOON, () -> mail.about(alert).size() == 1);
        assertThat(mail.about(alert).getFirst().getSentDate()).isEqualTo(at);
    }

    @Test
    void noDeliveryIsClaimedTwiceAtATime() {
        mail.stop();
        letTheCourierFindTheServerAway();
        var ids = IntStream.range(0, 50).mapToObj(_ -> UUID.randomUUID()).toList();
        ids.forEach(this::raise);
        var claims = IntStream.range(0, 20).mapToObj(_ -> queue.claim(10)).toList();
        var claimed = Uni.join().all(claims).andFailFast().await().atMost(SOON).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(claimed).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        mail.start();
        courier.wake();
        ids.forEach(this::awaitHandedOver);
    }

    private boolean claimed(UUID alert) {
        return queue.claim(100).await().atMost(SOON).stream()
                .anyMatch(due -> due.alert().equals(alert));
    }

    private boolean accepted(Message message) {
        var outcome = channel.tell(recipients.find("r-en").orElseThrow(), message)
                .await()
                .atMost(SOON);
        return outcome instanceof Channel.Outcome.Accepted;
    }

    /** From then on it takes one delivery at a time, so that the others are left to the test. */
    private void letTheCourierFindTheServerAway() {
        var before = unreachable();
        raise(UUID.randomUUID());
        Patience.until("the courier breathes", SOON, () -> unreachable() > before);
    }

    private double unreachable() {
        return meters.counter("aryz.delivery.attempts", "channel", "e-mail", "outcome", "unreachable")
                .count();
    }

    private void raise(UUID alert) {
        var notice = Sample.notice();
        var command = new Raise(notice, List.of(ROUTE), notice.raisedAt());
        alerts.execute(alert, command, Cause.service(notice.correlation(), null))
                .await()
                .atMost(SOON);
    }

    private void awaitHandedOver(UUID alert) {
        Patience.until("handed over", SOON, () -> log.readStream(StreamId.of(alert), 0).await().atMost(SOON).stream()
                .map(RecordedEvent::type)
                .anyMatch("alert.handed-over"::equals));
    }
}
