package org.aryz.servicekit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;
import org.aryz.servicekit.sample.SampleEvents;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;

/** What an operator sees of events that can't be taken in, and does about them. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ReceivingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LAG = "aryz_receiver_lag{topic=\"aryz.samples\"}";

    @Inject
    EventLog log;

    @Inject
    SampleEvents events;

    @Test
    void aParkedComplaintIsListedAndReplayedOnceItCanBeTakenIn() {
        events.poison("sample.poisoned", true);
        UUID complaint = append("sample.poisoned", "sample.taken");
        Patience.until("both events wait", PATIENCE, () -> waiting(complaint) == 2);

        operator()
                .get("/parked-complaints")
                .then()
                .statusCode(200)
                .rootPath("parkedComplaints.find { it.complaint == '" + complaint + "' }")
                .body("topic", equalTo("aryz.samples"))
                .body("reason", equalTo("handler-failed"))
                .body("type", equalTo("sample.poisoned"))
                .body("since", notNullValue());
        operator()
                .get("/dead-letters")
                .then()
                .statusCode(200)
                .rootPath("deadLetters.find { it.complaint == '" + complaint + "' }")
                .body("topic", equalTo("aryz.samples"))
                .body("reason", equalTo("handler-failed"))
                .body("type", equalTo("sample.poisoned"))
                .body("parked", equalTo(true))
                .body("at", notNullValue());
        Patience.until("it is counted", PATIENCE, () -> gauge("aryz_receiver_dead_letters") >= 1);
        assertTrue(gauge("aryz_receiver_parked_complaints") >= 1);
        replay(complaint).body("takenIn", equalTo(0)).body("waiting", equalTo(2));

        events.poison("sample.poisoned", false);

        replay(complaint).body("takenIn", equalTo(2)).body("waiting", equalTo(0));
        replay(complaint).body("takenIn", equalTo(0)).body("waiting", equalTo(0));
        Patience.until("nothing is left", PATIENCE, () -> waiting(complaint) == 0 && deadLetterOf(complaint) == null);
    }

    @Test
    void aDeadLetterIsReplayedWithWhatWaitsBehindIt() {
        events.poison("sample.bitter", true);
        UUID complaint = append("sample.bitter", "sample.taken");
        Patience.until("both events wait", PATIENCE, () -> waiting(complaint) == 2);
        Integer letter = deadLetterOf(complaint);
        operator()
                .post("/dead-letters/{id}/replay", letter)
                .then()
                .statusCode(200)
                .body("settled", equalTo(false));

        events.poison("sample.bitter", false);

        operator()
                .post("/dead-letters/{id}/replay", letter)
                .then()
                .statusCode(200)
                .body("id", equalTo(letter))
                .body("settled", equalTo(true));
        operator().post("/dead-letters/{id}/replay", letter).then().statusCode(404);
        assertTrue(waiting(complaint) == 0);
    }

    @Test
    void bothListsAreReadPageByPage() {
        events.poison("sample.sour", true);
        List<UUID> complaints =
                Stream.generate(() -> append("sample.sour")).limit(3).toList();
        complaints.forEach(complaint -> Patience.until("it waits", PATIENCE, () -> waiting(complaint) == 1));

        assertTrue(all("/parked-complaints?limit=1", "parkedComplaints.complaint")
                .containsAll(complaints.stream().map(UUID::toString).toList()));
        assertTrue(all("/dead-letters?limit=1", "deadLetters.complaint")
                .containsAll(complaints.stream().map(UUID::toString).toList()));
        operator().get("/dead-letters?after=bm90LWEtbnVtYmVy").then().statusCode(400);

        events.poison("sample.sour", false);
        complaints.forEach(complaint -> replay(complaint).body("waiting", equalTo(0)));
    }

    @Test
    void aConsumerThatPollsButTakesNothingInIsNoticed() {
        var gate = events.stallOn("sample.stalled");
        given().get("/q/health/live").then().body("checks.name", notNullValue());
        append("sample.stalled");

        Patience.until(
                "it is noticed", PATIENCE, () -> given().get("/q/health/live").statusCode() == 503);
        given().get("/q/health/live")
                .then()
                .rootPath("checks.find { it.name == 'Receiving of events' }")
                .body("status", equalTo("DOWN"))
                .body("data.next", containsString("Restart"));
        Patience.until("the record that waits is counted", PATIENCE, () -> gauge(LAG) >= 1);
        assertTrue(gauge("aryz_receiver_oldest_waiting{topic=\"aryz.samples\"}") > 0);

        gate.complete(null);

        Patience.until(
                "it goes on", PATIENCE, () -> given().get("/q/health/live").statusCode() == 200);
        Patience.until("nothing waits", PATIENCE, () -> gauge(LAG) == 0);
    }

    private UUID append(String... types) {
        UUID complaint = UuidV7.next();
        AppendResult result = log.append(Append.to(
                        StreamId.of(complaint),
                        0,
                        Stream.of(types)
                                .map(type -> new NewEvent(UuidV7.next(), type, 1, "{}", List.of(), Instant.EPOCH))
                                .toList(),
                        "{}"))
                .await()
                .atMost(PATIENCE);
        assertInstanceOf(AppendResult.Appended.class, result);
        return complaint;
    }

    private static long waiting(UUID complaint) {
        Integer events = operator()
                .get("/parked-complaints?limit=200")
                .path("parkedComplaints.find { it.complaint == '" + complaint + "' }?.events");
        return events == null ? 0 : events;
    }

    private static Integer deadLetterOf(UUID complaint) {
        return operator()
                .get("/dead-letters?limit=200")
                .path("deadLetters.find { it.complaint == '" + complaint + "' }?.id");
    }

    private static List<String> all(String first, String field) {
        List<String> read = new ArrayList<>();
        String path = first;
        while (path != null) {
            var page = operator().get(URI.create(path));
            page.then().statusCode(200).body(field, hasSize(1));
            read.addAll(page.jsonPath().getList(field, String.class));
            String link = page.getHeader("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return read;
    }

    private static ValidatableResponse replay(UUID complaint) {
        return operator()
                .post("/parked-complaints/{complaint}/replay", complaint)
                .then()
                .statusCode(200)
                .body("complaint", equalTo(complaint.toString()))
                .body("title", nullValue());
    }

    /** Its value in the metrics as they are served; -1 if it is not there. */
    private static double gauge(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.of("coalition", "operator"));
    }
}
