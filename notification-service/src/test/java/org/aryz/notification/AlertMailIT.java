package org.aryz.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.testplatform.Patience;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** From an alert on Kafka to a mail at a real SMTP server. */
@QuarkusTest
class AlertMailIT extends WithMailServer {
    private static final Logger LOG = Logger.getLogger(AlertMailIT.class);

    @Inject
    EventLog log;

    @Test
    void everybodyConcernedIsToldInTheirLanguage() throws MessagingException {
        var alert = DeadlineTopic.raised("KG", "breach");
        deadlines.send(alert);
        awaitMails(alert.alert(), 4);
        assertThat(mail.about(alert.alert()))
                .extracting(MailServer::to)
                .containsExactlyInAnyOrder("en@mail.test", "ru@mail.test", "ky@mail.test", "kk@mail.test");
        assertThat(mailTo(alert.alert(), "en@mail.test").getSubject()).startsWith("Term has run out: KG-INV-60D");
        assertThat(mailTo(alert.alert(), "ru@mail.test").getSubject()).startsWith("Срок истёк");
        assertThat(mailTo(alert.alert(), "ky@mail.test").getSubject()).startsWith("Мөөнөт өтүп кетти");
        assertThat(mailTo(alert.alert(), "kk@mail.test").getSubject()).startsWith("Мерзім өтіп кетті");
        awaitTypes(alert.alert(), "alert.handed-over", 4);
        assertThat(types(alert.alert()).subList(0, 8))
                .containsOnly("alert.assigned", "alert.queued")
                .hasSize(8);
    }

    @Test
    void theSameEventAgainTellsNobodyAgain() {
        var alert = DeadlineTopic.raised("KG", "urgent");
        deadlines.send(alert);
        deadlines.send(alert);
        var marker = DeadlineTopic.raised("KG", "urgent");
        deadlines.send(alert);
        deadlines.send(marker);
        awaitMails(marker.alert(), 1);
        awaitTypes(alert.alert(), "alert.handed-over", 1);
        assertThat(mail.about(alert.alert())).hasSize(1);
        assertThat(types(alert.alert())).containsExactly("alert.assigned", "alert.queued", "alert.handed-over");
    }

    @Test
    void aLetterHoldsTheEnvelopeAndCodesAndNothingElse() throws MessagingException, IOException {
        var alert = DeadlineTopic.raised("KG", "urgent")
                .with("narrative", "CANARY narrative")
                .with("name", "CANARY name")
                .with("assignee", "CANARY-assignee");
        deadlines.send(alert);
        awaitMails(alert.alert(), 1);
        var letter = mail.about(alert.alert()).getFirst();
        assertThat(letter.getSubject() + letter.getContent())
                .doesNotContain("CANARY")
                .contains("KG-2025-7F3K9Q2M8X");
        awaitTypes(alert.alert(), "alert.handed-over", 1);
        assertThat(events(alert.alert())).allSatisfy(event -> assertThat(event.data() + event.metadata())
                .doesNotContain("CANARY")
                .doesNotContain("@"));
    }

    @Test
    void headersTellAlertAndStableMessageId() {
        var alert = DeadlineTopic.raised("KG", "urgent");
        deadlines.send(alert);
        awaitMails(alert.alert(), 1);
        var letter = mail.about(alert.alert()).getFirst();
        assertThat(MailServer.header(letter, "Message-ID")).isEqualTo("<" + alert.alert() + ".r-en@aryz>");
        assertThat(MailServer.header(letter, "X-Aryz-Alert"))
                .isEqualTo(alert.alert().toString());
    }

    @Test
    void whileTheMailServerIsDownAlertsWaitAndArriveWhenItIsBack() {
        mail.stop();
        var first = DeadlineTopic.raised("KG", "urgent");
        var second = DeadlineTopic.raised("KG", "urgent");
        deadlines.send(first);
        deadlines.send(second);
        awaitTypes(second.alert(), "alert.queued", 1);
        assertThat(mail.about(first.alert())).isEmpty();
        mail.start();
        awaitMails(first.alert(), 1);
        awaitMails(second.alert(), 1);
        awaitTypes(first.alert(), "alert.handed-over", 1);
        awaitTypes(second.alert(), "alert.handed-over", 1);
    }

    @Test
    void anAlertWithdrawnWhileTheMailServerIsDownIsNotSent() {
        mail.stop();
        var withdrawn = DeadlineTopic.raised("KG", "urgent");
        deadlines.send(withdrawn);
        deadlines.withdraw(withdrawn);
        awaitTypes(withdrawn.alert(), "alert.stood-down", 1);
        mail.start();
        var marker = DeadlineTopic.raised("KG", "urgent");
        deadlines.send(marker);
        awaitMails(marker.alert(), 1);
        assertThat(mail.about(withdrawn.alert())).isEmpty();
    }

    @Test
    void aRefusedAddressBouncesHoldsUpNobodyAndIsToldToTheCoordinator() {
        mail.refuse("bad@mail.test");
        var alert = DeadlineTopic.raised("KZ", "urgent");
        deadlines.send(alert);
        awaitMails(alert.alert(), 2);
        assertThat(mail.about(alert.alert()))
                .extracting(MailServer::to)
                .containsExactlyInAnyOrder("good@mail.test", "coordinator@mail.test");
        awaitTypes(alert.alert(), "alert.handed-over", 2);
        assertThat(types(alert.alert())).contains("alert.bounced", "alert.escalated");
    }

    @Test
    void anAddressThatIsDeferredIsTriedAgain() {
        mail.deferOnce("good@mail.test");
        var alert = DeadlineTopic.raised("KZ", "info");
        deadlines.send(alert);
        awaitTypes(alert.alert(), "alert.handed-over", 1);
        assertThat(types(alert.alert()))
                .containsExactly("alert.assigned", "alert.queued", "alert.queued", "alert.handed-over");
        assertThat(mail.about(alert.alert())).hasSize(1);
    }

    @Test
    void fromTheEventToTheMailServerTakesMoments() {
        var alerts = IntStream.range(0, 50)
                .mapToObj(_ -> DeadlineTopic.raised("KG", "urgent"))
                .toList();
        for (var alert : alerts) {
            deadlines.send(alert);
            awaitTypes(alert.alert(), "alert.handed-over", 1);
        }
        var millis = alerts.stream()
                .map(alert -> events(alert.alert()))
                .map(told -> Duration.between(
                        told.getFirst().recordedAt(), told.getLast().occurredAt()))
                .map(Duration::toMillis)
                .sorted()
                .toList();
        LOG.infof("queued to handed over, ms: median %d, slowest %d", millis.get(25), millis.getLast());
        assertThat(millis.get(25)).isLessThan(250);
    }

    @Test
    void whereNobodyMatchesTheFallbackIsTold() {
        var alert = DeadlineTopic.raised("TJ", "info");
        deadlines.send(alert);
        awaitMails(alert.alert(), 1);
        assertThat(mail.about(alert.alert())).extracting(MailServer::to).containsExactly("coordinator@mail.test");
    }

    private void awaitMails(UUID alert, int count) {
        Patience.until(
                count + " mails about " + alert, SOON, () -> mail.about(alert).size() >= count);
    }

    private void awaitTypes(UUID alert, String type, int count) {
        Patience.until(
                count + " times " + type,
                SOON,
                () -> types(alert).stream().filter(type::equals).count() >= count);
    }

    private MimeMessage mailTo(UUID alert, String address) {
        return mail.about(alert).stream()
                .filter(letter -> MailServer.to(letter).equals(address))
                .findFirst()
                .orElseThrow();
    }

    private List<String> types(UUID alert) {
        return events(alert).stream().map(RecordedEvent::type).toList();
    }

    private List<RecordedEvent> events(UUID alert) {
        return log.readStream(StreamId.of(alert), 0).await().atMost(SOON);
    }
}
