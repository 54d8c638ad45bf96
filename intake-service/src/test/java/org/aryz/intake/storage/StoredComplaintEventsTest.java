package org.aryz.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.intake.ComplaintEvent;
import org.aryz.intake.application.Happened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredComplaintEventsTest {
    private static final Instant AT = Instant.parse("2025-03-04T09:12:31Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoredComplaintEvents stored = new StoredComplaintEvents();

    @ParameterizedTest
    @MethodSource("types")
    void anEventIsWrittenAsApproved(String type) throws IOException {
        var written = stored.encode(new Happened(sample(type), AT, List.of()));

        assertThat(written.type()).isEqualTo(type);
        assertThat(written.schemaVersion()).isOne();
        assertThat(JSON.readTree(written.data())).isEqualTo(JSON.readTree(SampleEvents.approved(type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatWasApprovedIsReadAgain(String type) throws IOException {
        var read = stored.decode(recorded(type, SampleEvents.approved(type)));

        assertThat(read).isEqualTo(new Happened(sample(type), AT, List.of()));
    }

    @Test
    void everyEventHasASample() {
        var told = SampleEvents.BY_TYPE.values().stream().map(Object::getClass).distinct();

        assertThat(told).containsExactlyInAnyOrder(ComplaintEvent.class.getPermittedSubclasses());
    }

    @Test
    void anUnknownTypeIsNoticed() {
        assertThatThrownBy(() -> stored.decode(recorded("complaint.lost", "{}")))
                .hasMessageContaining("complaint.lost");
    }

    static Stream<String> types() {
        return SampleEvents.BY_TYPE.keySet().stream().sorted();
    }

    private static ComplaintEvent sample(String type) {
        return Objects.requireNonNull(SampleEvents.BY_TYPE.get(type));
    }

    private static RecordedEvent recorded(String type, String data) {
        var stream = StreamId.of(UUID.randomUUID());
        return new RecordedEvent(1, UUID.randomUUID(), stream, 1, type, 1, data, List.of(), "{}", AT, AT);
    }
}
