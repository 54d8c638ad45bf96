package org.aryz.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.notification.AlertEvent;
import org.aryz.notification.AlertEvent.AlertAcknowledged;
import org.aryz.notification.AlertEvent.AlertAssigned;
import org.aryz.notification.AlertEvent.AlertBounced;
import org.aryz.notification.AlertEvent.AlertEscalated;
import org.aryz.notification.AlertEvent.AlertHandedOver;
import org.aryz.notification.AlertEvent.AlertQueued;
import org.aryz.notification.AlertEvent.AlertStoodDown;
import org.aryz.notification.Route;
import org.aryz.notification.Sample;
import org.aryz.notification.application.Cause;
import org.aryz.notification.storage.JsonForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service says is what was agreed, to the letter. */
class PublicAlertEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AIDA = "5d0c1f0e-8f5b-4f0e-9d8a-6a1b2c3d4e02";
    private static final Route TO_AIDA = new Route(AIDA, "e-mail");

    private final JsonForm form = new JsonForm();
    private final PublicAlertEvents publicEvents = new PublicAlertEvents();

    static Stream<AlertEvent> everyEvent() {
        return Stream.of(
                new AlertAssigned(Sample.notice(), TO_AIDA, at("2025-07-01T18:00:01Z")),
                new AlertQueued(TO_AIDA, 1, null, at("2025-07-01T18:00:02Z")),
                new AlertHandedOver(TO_AIDA, 1, at("2025-07-01T18:00:03Z")),
                new AlertBounced(TO_AIDA, 1, "mailbox-unknown", at("2025-07-01T18:00:15Z")),
                new AlertEscalated(
                        new Route("5d0c1f0e-8f5b-4f0e-9d8a-6a1b2c3d4e04", "e-mail"),
                        AIDA,
                        "not-acknowledged",
                        at("2025-07-05T18:00:00Z")),
                new AlertAcknowledged(AIDA, at("2025-07-01T21:45:00Z")),
                new AlertStoodDown("deadline-met", at("2025-07-10T05:20:01Z")));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void saysWhatWasAgreed(AlertEvent event) throws IOException {
        var contract = new Contract("aryz.alerts", JsonForm.typeOf(event));
        var said = data(event, contract.sample());
        assertThat(said).isEqualTo(contract.sample());
        assertThat(contract.errors(said)).isEmpty();
    }

    @Test
    void aRetryIsToldByItsNumberAlone() throws IOException {
        var retry = new AlertQueued(TO_AIDA, 3, "smtp-451", at("2025-07-01T18:00:02Z"));
        var said = data(retry, new Contract("aryz.alerts", "alert.queued").sample());
        assertThat(said.path("attempt").intValue()).isEqualTo(3);
        assertThat(said.has("reason")).isFalse();
    }

    private JsonNode data(AlertEvent event, JsonNode sample) throws IOException {
        var published = publicEvents.publish(recorded(event, sample)).orElseThrow();
        assertThat(published.key()).isEqualTo(Sample.complaint().id().toString());
        assertThat(published.dataSchema()).isEqualTo("urn:aryz:schema:" + published.type() + ":1");
        return JSON.readTree(published.data());
    }

    /** Stored as this service stores, for the cause that the sample names. */
    private RecordedEvent recorded(AlertEvent event, JsonNode sample) {
        var cause = new Cause(
                sample.path("actor").textValue(),
                UUID.fromString(sample.path("correlationId").textValue()),
                UUID.fromString(sample.path("causationId").textValue()));
        var stored = form.write(event);
        return new RecordedEvent(
                7,
                stored.id(),
                StreamId.of(Sample.ALERT),
                3,
                stored.type(),
                stored.schemaVersion(),
                stored.data(),
                List.of(),
                form.metadata(Sample.notice(), cause),
                stored.occurredAt(),
                stored.occurredAt());
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
