package org.aryz.servicekit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.seal.KeyFile;
import org.aryz.eventlog.seal.Opened;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.servicekit.sample.SampleEvents;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestKafka;
import org.aryz.testplatform.TestKeyFile;
import org.aryz.testplatform.TestPostgres;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class EventLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    EventLog log;

    @Inject
    SampleEvents events;

    @Inject
    Sealer sealer;

    @Inject
    Pool pool;

    @Test
    void anAppendedEventGoesEveryWay() {
        UUID event = append();

        Patience.until("the event went every way", PATIENCE, () -> events.wentEveryWay(event));
        Patience.until("it is counted", PATIENCE, () -> metrics().contains("outcome=\"taken-in\"} "));
        Patience.until("it leads", PATIENCE, () -> metrics().contains("aryz_relay_leading 1.0"));
        Patience.until("nothing is behind", PATIENCE, () -> metrics().contains("aryz_relay_events_behind 0.0"));
        Patience.until("no age is left", PATIENCE, () -> metrics().contains("aryz_relay_oldest_unpublished 0.0"));
        assertTrue(metrics().contains("aryz_log_appends_waiting 0.0"));
    }

    @Test
    void aKeyAddedToTheFileWrapsEverythingAgainWhileTheServiceRuns() {
        SealedUnit unit = sealer.seal("note", new byte[] {1});
        NewEvent noted = new NewEvent(UuidV7.next(), "thing.noted", 1, "{}", List.of(unit), Instant.now());
        log.append(Append.to(StreamId.of(UuidV7.next()), 0, List.of(noted), "{}"))
                .await()
                .indefinitely();
        KeyFile keys = new KeyFile(TestKeyFile.shared());

        keys.add();

        String newest = keys.read().newestId();
        Patience.until("all is wrapped by the newest key", PATIENCE, () -> wrappedByOthersThan(newest) == 0);
        assertTrue(metrics().contains("aryz_sealing_keys_behind 0.0"));
        assertInstanceOf(
                Opened.Plain.class,
                sealer.open(List.of(unit)).await().indefinitely().get(unit.id()));
    }

    private long wrappedByOthersThan(String key) {
        return pool.preparedQuery(
                        "select count(*) from sealing.unit_key where encode(substring(wrapped_key from 2 for 4), 'hex') <> $1")
                .executeAndAwait(Tuple.of(key))
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void sealingTakesTheConfiguredKey() {
        assertTrue(sealer.seal("note", new byte[] {1}).ciphertext().length > 1);
    }

    @Test
    void withoutKafkaTheServiceIsReadyAndEventsFlowOnWhenItIsBack() {
        TestKafka.shared().stop();
        UUID event = append();
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'Kafka' }.data.reachable", equalTo(false))
                .body("checks.find { it.name == 'Kafka' }.data.next", containsString("KAFKA_BOOTSTRAP_SERVERS"));

        TestKafka.shared().start();

        Patience.until("the event went every way", PATIENCE, () -> events.wentEveryWay(event));
    }

    @Test
    void withoutTheDatabaseItAsksToComeAgainAndRecoversByItself() {
        Patience.until("the clock is read", PATIENCE, () -> clock() == 200);
        TestPostgres.shared().stop();

        given().auth()
                .oauth2(TestTokens.of("coalition", "case-worker"))
                .get("/clock")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2");
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'PostgreSQL' }.data.next", containsString("Start PostgreSQL"));

        TestPostgres.shared().start();

        Patience.until("the clock is read again", PATIENCE, () -> clock() == 200);
        UUID event = append();
        Patience.until("the event went every way", PATIENCE, () -> events.wentEveryWay(event));
    }

    private UUID append() {
        UUID id = UuidV7.next();
        AppendResult result = log.append(Append.to(
                        StreamId.of(UuidV7.next()),
                        0,
                        List.of(new NewEvent(id, "sample.taken", 1, "{}", List.of(), Instant.EPOCH)),
                        "{}"))
                .await()
                .atMost(PATIENCE);
        assertInstanceOf(AppendResult.Appended.class, result);
        return id;
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private static int clock() {
        return given().auth()
                .oauth2(TestTokens.of("coalition", "case-worker"))
                .get("/clock")
                .statusCode();
    }
}
