package org.aryz.notification.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.kafka.PublicEvent;

/** Tells other services what became of alerts. All streams of this service are public; nothing but codes leaves. */
@ApplicationScoped
public class PublicAlertEvents implements PublicEvent.Mapping {
    private static final List<String> COMMON = List.of("recipient", "channel");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Optional<PublicEvent> publish(RecordedEvent event) {
        var said = parse(event.metadata());
        said.put("occurredAt", event.occurredAt().toString())
                .put("alert", event.stream().toString())
                .put("timeLeftSeconds", timeLeft(event, said));
        var data = parse(event.data());
        fields(event.type()).forEach(field -> copy(field, data, said));
        return Optional.of(new PublicEvent(
                said.required("complaintId").textValue(),
                event.type(),
                "urn:aryz:schema:" + event.type() + ":1",
                said.toString().getBytes(UTF_8)));
    }

    private static List<String> fields(String type) {
        return switch (type) {
            case "alert.assigned", "alert.acknowledged" -> COMMON;
            case "alert.queued", "alert.handed-over" -> List.of("recipient", "channel", "attempt");
            case "alert.bounced" -> List.of("recipient", "channel", "attempt", "reason");
            case "alert.escalated" -> List.of("recipient", "previousRecipient", "reason");
            case "alert.stood-down" -> List.of("reason");
            default -> throw new IllegalArgumentException("no event of an alert: " + type);
        };
    }

    private static long timeLeft(RecordedEvent event, JsonNode metadata) {
        var dueAt = Instant.parse(metadata.required("dueAt").textValue());
        return Duration.between(event.occurredAt(), dueAt).toSeconds();
    }

    private static void copy(String field, JsonNode from, ObjectNode to) {
        var value = from.get(field);
        if (value != null) {
            to.set(field, value);
        }
    }

    private ObjectNode parse(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
