package org.aryz.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.notification.AlertCommand.Escalate;
import org.aryz.notification.application.Alerts;
import org.aryz.notification.application.Cause;
import org.aryz.notification.application.DueEscalations;
import org.aryz.servicekit.time.DatabaseClock;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PublicTopic;
import org.aryz.testplatform.TestTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts of which nobody takes note climb the ladder, on a database's clock that the tests move. */
@QuarkusTest
class EscalationIT extends WithMailServer {
    private static final Route LAWYER = new Route("r-tj-lawyer", "e-mail");
    private static final Cause TEST = Cause.service(UUID.randomUUID(), null);

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Inject
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @Inject
    @ConfigProperty(name = "quarkus.flyway.password")
    String ownersPassword;

    @Inject
    Pool pool;

    @Inject
    EventLog log;

    @Inject
    Alerts alerts;

    @Inject
    Escalation rule;

    @Inject
    DueEscalations queue;

    @Inject
    DatabaseClock clock;

    @AfterEach
    void setClockBack() {
        setClock(Duration.ZERO);
    }

    @Test
    void silencePassesAnAlertOnStepByStepInTheLanguageOfEach() throws MessagingException, IOException {
        var alert = raise("breach").alert();
        awaitMail(alert, "tj@mail.test");

        setClock(Duration.ofHours(5));
        var lawyer = awaitMail(alert, "tj-lawyer@mail.test");
        assertThat(lawyer.getContent().toString()).contains("пока никто не подтвердил");
        setClock(Duration.ofHours(10));
        var coordinator = awaitMail(alert, "tj-coordinator@mail.test");
        assertThat(coordinator.getContent().toString()).contains("эч ким ырастаган жок");
        setClock(Duration.ofHours(15));
        awaitMail(alert, "coordinator@mail.test");
        setClock(Duration.ofHours(20));
        Patience.until("nobody is left to tell", SOON, () -> waiting(alert) == 0);

        assertThat(mail.about(alert)).hasSize(4);
        assertThat(escalatedTo(alert)).containsExactly("r-tj-lawyer", "r-tj-coordinator", "r-coordinator");
    }

    @Test
    void theApiAndTheTopicTellWhoWasToldAfterWhom() {
        var raised = raise("breach");
        awaitMail(raised.alert(), "tj@mail.test");
        setClock(Duration.ofHours(5));
        awaitMail(raised.alert(), "tj-lawyer@mail.test");

        var path = "/alerts?complaint=" + raised.complaint();
        Patience.until("listed as passed on and handed over", SOON, () -> "handed-over"
                .equals(coordinator(path).path("alerts[0].deliveries[1].state")));
        assertThat(coordinator(path).<List<String>>path("alerts[0].deliveries.escalation"))
                .containsExactly(null, "not-acknowledged");
        assertThat(coordinator("/alerts/" + raised.alert()).<Object>path("$"))
                .isEqualTo(coordinator(path).path("alerts[0]"));
        Patience.until("alert.escalated is public", SOON, () -> PublicTopic.records("aryz.alerts").stream()
                .filter(record -> raised.complaint().toString().equals(record.key()))
                .anyMatch(record -> PublicTopic.header(record, "ce_type").equals("alert.escalated")));
    }

    @Test
    void whoeverTakesNoteOrAReasonThatIsGoneStopsTheLadder() {
        var acknowledged = raise("breach");
        var withdrawn = raise("breach");
        var silent = raise("breach");
        given().auth()
                .oauth2(TestTokens.of("coalition", "case-worker"))
                .header("Idempotency-Key", UUID.randomUUID())
                .noContentType()
                .post("/alerts/" + acknowledged.alert() + "/acknowledgement")
                .then()
                .statusCode(200);
        deadlines.withdraw(withdrawn);
        Patience.until("withdrawn", SOON, () -> waiting(withdrawn.alert()) == 0);
        assertThat(waiting(acknowledged.alert())).isZero();

        setClock(Duration.ofHours(5));
        awaitMail(silent.alert(), "tj-lawyer@mail.test");
        assertThat(escalatedTo(acknowledged.alert())).isEmpty();
        assertThat(escalatedTo(withdrawn.alert())).isEmpty();
    }

    @Test
    void whatNobodyNeedTakeNoteOfDoesNotWait() {
        var warning = raise("warning").alert();
        assertThat(waiting(warning)).isZero();
    }

    @Test
    void whenReplicasFindTheSameAlertAtOnceItPassesOnOnce() {
        var alert = raise("breach").alert();
        var at = now().plus(Duration.ofHours(5));
        var command = new Escalate(rule, List.of(List.of(LAWYER), List.of(new Route("r-en", "e-mail"))), at);
        var all = IntStream.range(0, 10)
                .mapToObj(_ -> alerts.execute(alert, command, TEST))
                .toList();
        Uni.join().all(all).andFailFast().await().atMost(SOON);
        assertThat(escalatedTo(alert)).containsExactly("r-tj-lawyer");
    }

    @Test
    void noAlertIsClaimedTwiceAtATimeAndWhatADeadReplicaClaimedComesUpAgain() {
        var raised =
                IntStream.range(0, 20).mapToObj(_ -> raise("breach").alert()).toList();
        setClock(Duration.ofHours(5));
        var claims = IntStream.range(0, 10).mapToObj(_ -> queue.claim(5)).toList();
        var claimed = Uni.join().all(claims).andFailFast().await().atMost(SOON).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(claimed).doesNotHaveDuplicates();
        raised.forEach(alert ->
                Patience.until("passed on", SOON, () -> escalatedTo(alert).equals(List.of("r-tj-lawyer"))));
    }

    private DeadlineTopic.Raised raise(String severity) {
        var raised = DeadlineTopic.raised("TJ", severity);
        deadlines.send(raised);
        Patience.until("the alert is known", SOON, () -> !events(raised.alert()).isEmpty());
        return raised;
    }

    /** Moves the clock of this database for every connection at once; only its owner can. */
    private void setClock(Duration ahead) {
        try (var connection = DriverManager.getConnection(database, owner, ownersPassword);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create or replace function event_log.now() returns timestamptz language sql volatile
                    return clock_timestamp() + interval '%d seconds'"""
                            .formatted(ahead.toSeconds()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return clock.now().await().atMost(SOON);
    }

    private long waiting(UUID alert) {
        return pool.preparedQuery("select count(*) from notification.escalation where alert = $1")
                .execute(Tuple.of(alert))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private List<String> escalatedTo(UUID alert) {
        return events(alert).stream()
                .filter(event -> event.type().equals("alert.escalated"))
                .map(event -> event.data().replaceAll(".*\"recipient\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private List<RecordedEvent> events(UUID alert) {
        return log.readStream(StreamId.of(alert), 0).await().atMost(SOON);
    }

    private MimeMessage awaitMail(UUID alert, String address) {
        Patience.until("a mail to " + address, SOON, () -> mail.about(alert).stream()
                .anyMatch(letter -> MailServer.to(letter).equals(address)));
        return mail.about(alert).stream()
                .filter(letter -> MailServer.to(letter).equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static Response coordinator(String path) {
        return given().auth().oauth2(TestTokens.of("coalition", "coordinator")).get(path);
    }
}
