package org.aryz.deadline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.EventSamples;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is stored once is read for ever: the approved samples are changed by a new schema version alone. A sample of a new event is
 * written with {@code -Daryz.stored.write=true}.
 */
class JsonFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path APPROVED = Path.of("src/test/resources/stored");

    private final JsonForm form = new JsonForm();

    static Stream<DeadlineEvent> everyEvent() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void isStoredAsApprovedAndReadFromIt(DeadlineEvent event) throws IOException {
        var stored = form.write(event, Instant.EPOCH);
        if (Boolean.getBoolean("aryz.stored.write")) {
            var pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(stored.data()));
            Files.writeString(file(stored.type()), pretty + "\n");
        }
        assertThat(JSON.readTree(stored.data())).isEqualTo(approved(stored.type()));
        assertThat(form.read(recorded(stored.type(), approved(stored.type())))).isEqualTo(event);
    }

    @Test
    void everyEventHasAnApprovedSample() {
        assertThat(everyEvent().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(DeadlineEvent.class.getPermittedSubclasses());
    }

    private static RecordedEvent recorded(String type, JsonNode data) {
        var id = UUID.randomUUID();
        return new RecordedEvent(
                1, id, StreamId.of(id), 1, type, 1, data.toString(), List.of(), "{}", Instant.EPOCH, Instant.EPOCH);
    }

    private static JsonNode approved(String type) throws IOException {
        return JSON.readTree(file(type).toFile());
    }

    private static Path file(String type) {
        return APPROVED.resolve(type + ".v1.json");
    }
}
