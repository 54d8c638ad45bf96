package org.aryz.notification.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;
import org.aryz.notification.AlertEvent;
import org.aryz.notification.AlertEvent.AlertAcknowledged;
import org.aryz.notification.AlertEvent.AlertAssigned;
import org.aryz.notification.AlertEvent.AlertBounced;
import org.aryz.notification.AlertEvent.AlertEscalated;
import org.aryz.notification.AlertEvent.AlertHandedOver;
import org.aryz.notification.AlertEvent.AlertQueued;
import org.aryz.notification.AlertEvent.AlertStoodDown;
import org.aryz.notification.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored once is read for ever: the approved samples are changed by a new schema version alone. */
class JsonFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonForm form = new JsonForm();

    static Stream<AlertEvent> everyEvent() {
        var at = Sample.RAISED;
        return Stream.of(
                new AlertAssigned(Sample.notice(), Sample.AIDA, at),
                new AlertQueued(Sample.AIDA, 2, "smtp-451", at),
                new AlertHandedOver(Sample.AIDA, 2, at),
                new AlertBounced(Sample.AIDA, 1, "smtp-550", at),
                new AlertEscalated(Sample.BAKYT, "r-1", "bounced", at),
                new AlertAcknowledged("5d0c1f0e-8f5b-4f0e-9d8a-6a1b2c3d4e02", at),
                new AlertStoodDown("deadline-met", at));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void isStoredAsApproved(AlertEvent event) throws IOException {
        var stored = form.write(event);
        assertThat(JSON.readTree(stored.data())).isEqualTo(approved(stored.type()));
        assertThat(stored.occurredAt()).isEqualTo(event.at());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void isReadFromTheApprovedSample(AlertEvent event) throws IOException {
        var type = JsonForm.typeOf(event);
        var recorded = new RecordedEvent(
                1,
                UuidV7.next(),
                StreamId.of(Sample.ALERT),
                1,
                type,
                1,
                approved(type).toString(),
                List.of(),
                "{}",
                event.at(),
                event.at());
        assertThat(form.read(recorded)).isEqualTo(event);
    }

    @Test
    void everyEventHasAnApprovedSample() {
        assertThat(everyEvent().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(AlertEvent.class.getPermittedSubclasses());
    }

    private static JsonNode approved(String type) throws IOException {
        try (var in = JsonFormTest.class.getResourceAsStream("/stored/" + type + ".v1.json")) {
            return JSON.readTree(new String(in.readAllBytes(), UTF_8));
        }
    }
}
