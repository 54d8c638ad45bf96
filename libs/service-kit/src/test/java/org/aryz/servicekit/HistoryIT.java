package org.aryz.servicekit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.chain.NoteKey;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class HistoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    EventLog log;

    @Test
    void anEventIsProvenInACheckpointThatTheServicesKeyHasSigned() {
        UUID event = append();

        Patience.until(
                "the event is sealed",
                PATIENCE,
                () -> get("/history/events/" + event + "/inclusion").extract().statusCode() == 200);

        String note = get("/history/events/" + event + "/inclusion").extract().path("checkpoint");
        NoteKey key =
                NoteKey.parse(get("/history/key").statusCode(200).extract().asString());
        assertEquals("aryz/sample/" + log.id().await().indefinitely(), key.name());
        assertTrue(key.open(note).size() > 0);
        assertTrue(key.open(get("/history/checkpoint").statusCode(200).extract().asString())
                        .size()
                >= key.open(note).size());
    }

    @Test
    void figuresTellWhetherEventsAreSealedAndWitnessesTakeCheckpoints() {
        append();

        Patience.until("the figures are told", PATIENCE, () -> {
            String figures = given().get("/q/metrics").asString();
            return figures.contains("aryz_history_unsealed_age 0.0")
                    && figures.contains("aryz_history_witnesses_failing{witness=\"TopicWitness\"} 0.0");
        });
    }

    @Test
    void consistencyIsProvenBetweenSizesThatThereAre() {
        append();
        Patience.until(
                "something is sealed",
                PATIENCE,
                () -> get("/history/checkpoint").extract().statusCode() == 200);

        get("/history/consistency?from=1&to=1").statusCode(200).body("proof", hasSize(0));
        get("/history/consistency?from=1&to=1000000000").statusCode(400).body("errors[0].parameter", equalTo("to"));
        get("/history/consistency?from=0&to=1").statusCode(400).body("errors[0].parameter", equalTo("from"));
    }

    @Test
    void whatIsNotInTheHistoryIsNotFound() {
        get("/history/events/" + UUID.randomUUID() + "/inclusion").statusCode(404);
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(TestTokens.of("coalition", "auditor"))
                .get(path)
                .then();
    }

    private UUID append() {
        UUID id = UuidV7.next();
        NewEvent event = new NewEvent(id, "sample.taken", 1, "{}", List.of(), Instant.EPOCH);
        log.append(Append.to(StreamId.of(UuidV7.next()), 0, List.of(event), "{}"))
                .await()
                .atMost(PATIENCE);
        return id;
    }
}
