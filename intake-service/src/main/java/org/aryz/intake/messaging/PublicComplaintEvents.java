package org.aryz.intake.messaging;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.kafka.PublicEvent;
import org.aryz.intake.When;
import org.aryz.intake.application.FactJson;
import org.aryz.intake.application.IntakeJson;
import org.aryz.intake.application.Readings;

/**
 * Makes each stored event of a complaint public, but not the records of who read what: its envelope, and of its data the fields named here and no other, so
 * that a field which is added to the stored form stays inside until somebody names it.
 */
@Singleton
public class PublicComplaintEvents implements PublicEvent.Mapping {
    private static final String OCCURRED_AT = "occurredAt";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String ALLEGATIONS = "allegations";
    private static final String INCIDENT_DATED = "incident.dated";
    private static final Set<String> DATES = Set.of(OCCURRED_AT, RECEIVED_AT);
    private static final Set<String> CONSENT = Set.of("use", "authorities", "organisations", "consentVersion");
    private static final Set<String> EXAM = Set.of("kind", OCCURRED_AT, RECEIVED_AT);

    private static final Map<String, Set<String>> PUBLIC_FIELDS = Map.ofEntries(
            entry("complaint.received", Set.of("channel", ALLEGATIONS, "flags", "zone")),
            entry("complaint.triaged", Set.of("priority", "team")),
            entry("complaint.assigned", Set.of("assignee", "deputy", "team")),
            entry("consent.given", CONSENT),
            entry("consent.limited", CONSENT),
            entry("consent.withdrawn", CONSENT),
            entry("medical-exam.requested", EXAM),
            entry("medical-exam.recorded", EXAM),
            entry("threat.reported", Set.of("source", OCCURRED_AT)),
            entry("withdrawal.requested", Set.of("coercionSuspected", OCCURRED_AT)),
            entry("safety.interviewed", Set.of("finding", OCCURRED_AT)),
            entry("withdrawal.confirmed", Set.of()),
            entry("withdrawal.found-coerced", Set.of()),
            entry("complaint.closed", Set.of("reason")),
            entry("complaint.amended", Set.of("fields")),
            entry("legal-hold.set", Set.of()),
            entry("legal-hold.lifted", Set.of()),
            entry("personal-data.erased", Set.of("unitKinds")));

    private static final Set<String> PUBLIC_OF_ALLEGATION =
            Set.of("id", "kind", "placeType", "region", "agency", "earliest", "latest", "precision");

    @Override
    public Optional<PublicEvent> publish(RecordedEvent event) {
        var type = event.type();
        if (type.equals(Readings.TYPE)) {
            return Optional.empty();
        }
        var data = IntakeJson.read(event.data(), ObjectNode.class);
        data.retain(fields(type));
        data.path(ALLEGATIONS).forEach(PublicComplaintEvents::withoutPrivateFields);
        if (type.equals(INCIDENT_DATED)) {
            data.setAll(period(data.required(OCCURRED_AT)));
        }

        var told = IntakeJson.read(event.metadata(), ObjectNode.class);
        told.put(OCCURRED_AT, event.occurredAt().toString());
        told.setAll(data);
        return Optional.of(new PublicEvent(
                event.stream().toString(),
                type,
                "urn:aryz:schema:" + type + ":" + event.schemaVersion(),
                IntakeJson.writeBytes(told)));
    }

    /** A fact is public as its record is: that has no text. */
    private static Set<String> fields(String type) {
        if (!FactJson.FORM.knows(type)) {
            return Objects.requireNonNull(PUBLIC_FIELDS.get(type), type);
        }
        var fields = new HashSet<>(FactJson.FORM.fieldsOf(type));
        fields.addAll(DATES);
        return fields;
    }

    /** What dates an act says so in fields of its own too. */
    private static ObjectNode period(JsonNode occurredAt) {
        var when = IntakeJson.read(IntakeJson.writeBytes(occurredAt), When.class);
        var between = new When.Between(when.earliest(), when.latest());
        return IntakeJson.read(IntakeJson.writeBytes(between), ObjectNode.class);
    }

    private static void withoutPrivateFields(JsonNode allegation) {
        ((ObjectNode) allegation).retain(PUBLIC_OF_ALLEGATION);
    }
}
