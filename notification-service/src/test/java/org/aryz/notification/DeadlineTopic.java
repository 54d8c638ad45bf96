package org.aryz.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aryz.testplatform.PublicVoice;

/** Speaks as the deadline service does. */
public final class DeadlineTopic {
    private static final String TOPIC = "aryz.deadlines";

    private final Map<UUID, PublicVoice> voices = new HashMap<>();

    /** An alert of a complaint of its own. */
    public record Raised(UUID alert, UUID complaint, ObjectNode data) {
        public Raised with(String field, String value) {
            data.put(field, value);
            return this;
        }
    }

    public static Raised raised(String jurisdiction, String severity) {
        var alert = UUID.randomUUID();
        var complaint = UUID.randomUUID();
        var data = sample("alert.raised");
        data.put("alert", alert.toString())
                .put("complaintId", complaint.toString())
                .put("jurisdiction", jurisdiction)
                .put("severity", severity)
                .put(
                        "dueAt",
                        Instant.now().truncatedTo(SECONDS).plusSeconds(86_400).toString());
        return new Raised(alert, complaint, data);
    }

    public void send(Raised raised) {
        send("alert.raised", raised.complaint(), 1, raised.data());
    }

    public void withdraw(Raised raised) {
        var data = sample("alert.withdrawn");
        data.put("alert", raised.alert().toString())
                .put("complaintId", raised.complaint().toString());
        send("alert.withdrawn", raised.complaint(), 2, data);
    }

    /** {@code sequence} counts the events of the complaint's stream. */
    public void send(String type, UUID complaint, long sequence, JsonNode data) {
        voices.computeIfAbsent(complaint, id -> new PublicVoice(TOPIC, "deadline", id, id))
                .send(type, sequence, data.toString().getBytes(UTF_8));
    }

    private static ObjectNode sample(String type) {
        return PublicVoice.sample(TOPIC, type);
    }
}
