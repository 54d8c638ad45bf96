package org.aryz.intake.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.kafka.PublicEvent;
import org.aryz.intake.application.Happened;
import org.aryz.intake.application.Readings;
import org.aryz.intake.storage.SampleEvents;
import org.aryz.intake.storage.StoredComplaintEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What intake writes equals the approved samples of the contracts, which are valid by their schemas. */
class PublicComplaintEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENVELOPE =
            Set.of("complaintId", "reference", "jurisdiction", "organisation", "sharedWith", "actor", "correlationId");

    @ParameterizedTest
    @MethodSource("types")
    void whatIsToldEqualsTheApprovedSample(String type) throws IOException {
        // given
        var sample = (ObjectNode) JSON.readTree(contract(type, "sample"));

        // when
        var told = publish(type, sample);

        // then
        assertThat(told.key()).isEqualTo(sample.get("complaintId").asText());
        assertThat(told.type()).isEqualTo(type);
        assertThat(told.dataSchema()).isEqualTo("urn:aryz:schema:" + type + ":1");
        assertThat(JSON.readTree(told.data())).isEqualTo(sample);
    }

    @Test
    void whoReadWhatIsNeverTold() {
        var at = Instant.EPOCH;
        var read = new RecordedEvent(
                7,
                UUID.randomUUID(),
                StreamId.of(UUID.randomUUID()),
                1,
                Readings.TYPE,
                1,
                "{}",
                List.of(),
                "{}",
                at,
                at);

        assertThat(new PublicComplaintEvents().publish(read)).isEmpty();
    }

    private static PublicEvent publish(String type, ObjectNode sample) {
        var event = Objects.requireNonNull(SampleEvents.BY_TYPE.get(type));
        var recordedAt = event.occurredAt() == null;
        var at = recordedAt ? Instant.parse(sample.get("occurredAt").asText()) : Instant.EPOCH;
        var stored = new StoredComplaintEvents().encode(new Happened(event, at, List.of()));
        var stream = StreamId.of(UUID.fromString(sample.get("complaintId").asText()));
        var recorded = new RecordedEvent(
                7,
                stored.id(),
                stream,
                1,
                type,
                1,
                stored.data(),
                List.of(),
                envelope(sample).toString(),
                at,
                at);
        return new PublicComplaintEvents().publish(recorded).orElseThrow();
    }

    private static JsonNode envelope(ObjectNode sample) {
        return sample.deepCopy().retain(ENVELOPE);
    }

    static Stream<String> types() {
        return SampleEvents.BY_TYPE.keySet().stream().sorted();
    }

    private static String contract(String type, String what) throws IOException {
        var name = "/contracts/aryz.complaints/" + type + "/v1." + what + ".json";
        try (var file = PublicComplaintEventsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
