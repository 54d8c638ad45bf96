package org.aryz.notification.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.aryz.notification.Complaint;
import org.aryz.notification.Notice;
import org.aryz.notification.Severity;
import org.jspecify.annotations.Nullable;

/** A notice as JSON, under the names that public events use; what another service wrote is read by the same code. */
public final class NoticeForm {
    private NoticeForm() {}

    static ObjectNode write(Notice notice, ObjectMapper json) {
        var node = json.createObjectNode();
        writeComplaint(notice.complaint(), node);
        node.put("correlationId", notice.correlation().toString())
                .put("occurredAt", notice.raisedAt().toString())
                .put("deadline", notice.deadline().toString())
                .put("rule", notice.rule())
                .put("rung", notice.rung())
                .put("due", notice.due().toString())
                .put("dueAt", notice.dueAt().toString());
        if (notice.actBy() != null) {
            node.put("actBy", notice.actBy().toString());
        }
        return node.put("severity", notice.severity().code()).put("kind", notice.ours() ? "duty" : "watch");
    }

    static void writeComplaint(Complaint complaint, ObjectNode node) {
        node.put("complaintId", complaint.id().toString())
                .put("reference", complaint.reference())
                .put("jurisdiction", complaint.jurisdiction())
                .put("organisation", complaint.organisation());
        var sharedWith = node.putArray("sharedWith");
        complaint.sharedWith().forEach(sharedWith::add);
    }

    /** Ignores what it does not know. */
    public static Notice read(JsonNode node) {
        return new Notice(
                complaint(node),
                uuid(node, "deadline"),
                text(node, "rule"),
                text(node, "rung"),
                Severity.of(text(node, "severity")),
                text(node, "kind").equals("duty"),
                LocalDate.parse(text(node, "due")),
                instant(node, "dueAt"),
                optionalDate(node.path("actBy")),
                instant(node, "occurredAt"),
                uuid(node, "correlationId"));
    }

    private static Complaint complaint(JsonNode node) {
        List<String> sharedWith = StreamSupport.stream(node.path("sharedWith").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        return new Complaint(
                uuid(node, "complaintId"),
                text(node, "reference"),
                text(node, "jurisdiction"),
                text(node, "organisation"),
                sharedWith);
    }

    private static UUID uuid(JsonNode node, String field) {
        return UUID.fromString(text(node, field));
    }

    private static Instant instant(JsonNode node, String field) {
        return OffsetDateTime.parse(text(node, field)).toInstant();
    }

    private static String text(JsonNode node, String field) {
        var value = node.required(field).textValue();
        if (value == null) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return value;
    }

    private static @Nullable LocalDate optionalDate(JsonNode node) {
        return node.isTextual() ? LocalDate.parse(node.textValue()) : null;
    }
}
