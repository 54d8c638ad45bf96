package org.aryz.notification.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.UuidV7;
import org.aryz.notification.AlertEvent;
import org.aryz.notification.AlertEvent.AlertAcknowledged;
import org.aryz.notification.AlertEvent.AlertAssigned;
import org.aryz.notification.AlertEvent.AlertBounced;
import org.aryz.notification.AlertEvent.AlertEscalated;
import org.aryz.notification.AlertEvent.AlertHandedOver;
import org.aryz.notification.AlertEvent.AlertQueued;
import org.aryz.notification.AlertEvent.AlertStoodDown;
import org.aryz.notification.Notice;
import org.aryz.notification.Route;
import org.aryz.notification.application.Cause;
import org.aryz.notification.application.StoredForm;
import org.jspecify.annotations.Nullable;

/** Stores events under words of the domain, as JSON whose shape the approved samples hold fast. */
@ApplicationScoped
public class JsonForm implements StoredForm {
    private static final int SCHEMA_VERSION = 1;

    private final ObjectMapper json = new ObjectMapper();

    /** Stored and public name of an event. */
    public static String typeOf(AlertEvent event) {
        return switch (event) {
            case AlertAssigned _ -> "alert.assigned";
            case AlertQueued _ -> "alert.queued";
            case AlertHandedOver _ -> "alert.handed-over";
            case AlertBounced _ -> "alert.bounced";
            case AlertEscalated _ -> "alert.escalated";
            case AlertAcknowledged _ -> "alert.acknowledged";
            case AlertStoodDown _ -> "alert.stood-down";
        };
    }

    @Override
    public NewEvent write(AlertEvent event) {
        return new NewEvent(
                UuidV7.next(), typeOf(event), SCHEMA_VERSION, data(event).toString(), List.of(), event.at());
    }

    private ObjectNode data(AlertEvent event) {
        var data = json.createObjectNode();
        return switch (event) {
            case AlertAssigned it -> put(data, it.route()).set("notice", NoticeForm.write(it.notice(), json));
            case AlertQueued it -> queued(it, data);
            case AlertHandedOver it -> put(data, it.route()).put("attempt", it.attempt());
            case AlertBounced it ->
                put(data, it.route()).put("attempt", it.attempt()).put("reason", it.reason());
            case AlertEscalated it ->
                put(data, it.route())
                        .put("previousRecipient", it.previousRecipient())
                        .put("reason", it.reason());
            case AlertAcknowledged it -> data.put("recipient", it.by()).put("channel", "desk");
            case AlertStoodDown it -> data.put("reason", it.reason());
        };
    }

    private static ObjectNode queued(AlertQueued event, ObjectNode data) {
        put(data, event.route()).put("attempt", event.attempt());
        return event.reason() == null ? data : data.put("reason", event.reason());
    }

    private static ObjectNode put(ObjectNode data, Route route) {
        return data.put("recipient", route.recipient()).put("channel", route.channel());
    }

    @Override
    public AlertEvent read(RecordedEvent event) {
        return read(event.type(), parse(event.data()), event.occurredAt());
    }

    private static AlertEvent read(String type, JsonNode data, Instant at) {
        return switch (type) {
            case "alert.assigned" -> new AlertAssigned(NoticeForm.read(data.path("notice")), route(data), at);
            case "alert.queued" ->
                new AlertQueued(route(data), attempt(data), data.path("reason").textValue(), at);
            case "alert.handed-over" -> new AlertHandedOver(route(data), attempt(data), at);
            case "alert.bounced" -> new AlertBounced(route(data), attempt(data), text(data, "reason"), at);
            case "alert.escalated" ->
                new AlertEscalated(route(data), text(data, "previousRecipient"), text(data, "reason"), at);
            case "alert.acknowledged" -> new AlertAcknowledged(text(data, "recipient"), at);
            case "alert.stood-down" -> new AlertStoodDown(text(data, "reason"), at);
            default -> throw new IllegalArgumentException("no event of an alert: " + type);
        };
    }

    private static Route route(JsonNode data) {
        return new Route(text(data, "recipient"), text(data, "channel"));
    }

    private static int attempt(JsonNode data) {
        return data.path("attempt").intValue();
    }

    private static String text(JsonNode data, String field) {
        return data.required(field).textValue();
    }

    /** The envelope of public events, with the deadline, so that each event can be published by itself. */
    @Override
    public String metadata(Notice notice, Cause cause) {
        var metadata = json.createObjectNode();
        NoticeForm.writeComplaint(notice.complaint(), metadata);
        metadata.put("actor", cause.actor())
                .put("correlationId", cause.correlation().toString());
        if (cause.causation() != null) {
            metadata.put("causationId", cause.causation().toString());
        }
        return metadata.put("deadline", notice.deadline().toString())
                .put("dueAt", notice.dueAt().toString())
                .toString();
    }

    @Override
    public InlineRow row(UUID alert, Route route, String state, int attempts, Duration wait) {
        var row = json.createObjectNode().put("alert", alert.toString());
        put(row, route).put("state", state).put("attempts", attempts).put("wait", wait.toString());
        return new InlineRow("notification.put_deliveries", row.toString());
    }

    @Override
    public InlineRow row(UUID alert, @Nullable Instant passesOnAt) {
        var row = json.createObjectNode()
                .put("alert", alert.toString())
                .put("dueAt", passesOnAt == null ? null : passesOnAt.toString());
        return new InlineRow("notification.put_escalations", row.toString());
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
