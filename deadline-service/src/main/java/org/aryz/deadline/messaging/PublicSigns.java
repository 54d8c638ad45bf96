package org.aryz.deadline.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.kafka.PublicEvent;

/** What speaks of no complaint: that this service is alive, and what became law. Its subject is its stream. */
final class PublicSigns {
    private static final ObjectReader JSON = new ObjectMapper().readerFor(ObjectNode.class);
    private static final String CANARY = "firing.canary";
    private static final Set<String> TYPES = Set.of("firing.watermark", CANARY, "law.revised", "calendar.revised");

    private PublicSigns() {}

    static boolean include(String type) {
        return TYPES.contains(type);
    }

    static PublicEvent publish(RecordedEvent recorded) {
        var data = read(recorded.metadata()).retain(List.of("actor", "correlationId"));
        data.put("occurredAt", recorded.occurredAt().toString());
        data.setAll(fields(recorded));
        return new PublicEvent(
                recorded.stream().toString(),
                recorded.type(),
                "urn:aryz:schema:%s:1".formatted(recorded.type()),
                data.toString().getBytes(UTF_8));
    }

    /** A canary is stored as firing stores any alert; of its rung only the instant is told. */
    private static ObjectNode fields(RecordedEvent recorded) {
        var data = read(recorded.data());
        return recorded.type().equals(CANARY)
                ? data.objectNode()
                        .put("canary", data.required("alert").textValue())
                        .put(
                                "dueAt",
                                OffsetDateTime.parse(data.required("at").textValue())
                                        .toInstant()
                                        .toString())
                : data;
    }

    private static ObjectNode read(String json) {
        try {
            return JSON.readValue(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
