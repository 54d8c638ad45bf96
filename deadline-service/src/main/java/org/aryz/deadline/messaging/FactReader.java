package org.aryz.deadline.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.Fact;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.KnownFacts;
import org.aryz.eventlog.kafka.ReceivedEvent;

/** Reads the facts that an event of another service tells. Unknown fields are passed over. */
final class FactReader {
    /** Facts no rule names, but that say who is in charge, or whether a complaint is closed. */
    private static final Set<String> ABOUT_THE_CASE =
            Set.of("complaint.assigned", "complaint.closed", "complaint.reopened");

    /** What moves no deadline and is passed over on purpose. */
    private static final Set<String> PASSED_OVER = Set.of(
            "complaint.amended",
            "evidence.added",
            "withdrawal.confirmed",
            "withdrawal.found-coerced",
            "legal-hold.set",
            "legal-hold.lifted",
            "personal-data.erased",
            "referral.forwarded");

    private static final Map<String, String> FLAGS = new TreeMap<>(Map.of(
            "minor", "minor",
            "inCustody", "in-custody",
            "sexualViolence", "sexual-violence",
            "death", "death",
            "threatened", "threatened"));

    private FactReader() {}

    static boolean tells(String type) {
        return KnownFacts.include(type) || ABOUT_THE_CASE.contains(type);
    }

    static boolean knows(String type) {
        return tells(type) || PASSED_OVER.contains(type);
    }

    static NoteFacts read(ReceivedEvent event) {
        return new NoteFacts(complaint(event.data()), event.type(), event.id(), facts(event));
    }

    static Complaint complaint(JsonNode data) {
        return new Complaint(
                UUID.fromString(text(data, "complaintId")),
                text(data, "reference"),
                Jurisdiction.valueOf(text(data, "jurisdiction")),
                text(data, "organisation"),
                new TreeSet<>(PublicValues.of(data.path("sharedWith"))));
    }

    private static List<Fact> facts(ReceivedEvent event) {
        var fields = PublicValues.fields(event.data());
        return switch (event.type()) {
            case "complaint.received" -> received(event, fields);
            case "incident.dated" -> List.of(fact(event, text(event.data(), "allegation"), fields));
            case "remedy.lodged" -> {
                fields.put("decision", fields.getOrDefault("against", List.of()));
                yield List.of(fact(event, event.id().toString(), fields));
            }
            default -> List.of(fact(event, event.id().toString(), fields));
        };
    }

    private static Fact fact(ReceivedEvent event, String id, Map<String, List<String>> fields) {
        var data = event.data();
        var occurred = PublicMoments.read(data.required("occurredAt"));
        var received = data.hasNonNull("receivedAt") ? PublicMoments.read(data.get("receivedAt")) : null;
        return new Fact(id, event.type(), occurred, received, event.time(), fields);
    }

    /** A complaint tells of itself and of each act whose date is known. */
    private static List<Fact> received(ReceivedEvent event, Map<String, List<String>> fields) {
        fields.put("flags", flags(event.data().path("flags")));
        var facts = new ArrayList<Fact>();
        facts.add(fact(event, event.id().toString(), fields));
        for (var allegation : event.data().path("allegations")) {
            if (allegation.hasNonNull("earliest")) {
                facts.add(incident(event, allegation));
            }
        }
        return facts;
    }

    private static Fact incident(ReceivedEvent event, JsonNode allegation) {
        var id = text(allegation, "id");
        var fields = PublicValues.fields(allegation);
        fields.put("allegation", List.of(id));
        fields.put("allegation-kind", List.of(text(allegation, "kind")));
        fields.remove("kind");
        return new Fact(id, "incident.dated", PublicMoments.read(allegation), null, event.time(), fields);
    }

    private static List<String> flags(JsonNode flags) {
        return FLAGS.entrySet().stream()
                .filter(flag -> flags.path(flag.getKey()).booleanValue())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String text(JsonNode node, String field) {
        var value = node.required(field).textValue();
        if (value == null) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return value;
    }
}
