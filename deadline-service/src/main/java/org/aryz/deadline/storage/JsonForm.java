package org.aryz.deadline.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.aryz.deadline.Agenda;
import org.aryz.deadline.Agenda.Planned;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.AlertWithdrawn;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.DeadlineMet;
import org.aryz.deadline.DeadlineEvent.DeadlineOpened;
import org.aryz.deadline.DeadlineEvent.DeadlineRecalculated;
import org.aryz.deadline.DeadlineEvent.DeadlineResumed;
import org.aryz.deadline.DeadlineEvent.DeadlineSuspended;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.aryz.deadline.Docket;
import org.aryz.deadline.Occurred;
import org.aryz.deadline.application.Cause;
import org.aryz.deadline.application.StoredForm;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.UuidV7;

/** Stores events under words of the domain, as JSON whose shape the approved samples hold fast. */
@ApplicationScoped
public class JsonForm implements StoredForm {
    private static final int SCHEMA_VERSION = 1;
    private static final String SERVICE = "deadline-service";

    /** What an alert says of its rung or repeats of the breach; the rest stands once for all rungs. */
    private static final List<String> SAID_ELSEWHERE = List.of("alert", "rung", "at", "severity", "audience", "term");

    private static final Map<String, Class<? extends DeadlineEvent>> BY_TYPE = Map.ofEntries(
            Map.entry("facts.noted", FactsNoted.class),
            Map.entry("deadline.opened", DeadlineOpened.class),
            Map.entry("deadline.recalculated", DeadlineRecalculated.class),
            Map.entry("deadline.suspended", DeadlineSuspended.class),
            Map.entry("deadline.resumed", DeadlineResumed.class),
            Map.entry("deadline.met", DeadlineMet.class),
            Map.entry("deadline.waived", DeadlineWaived.class),
            Map.entry("deadline.breached", DeadlineBreached.class),
            Map.entry("limitation.expired", LimitationExpired.class),
            Map.entry("complaint.expired", ComplaintExpired.class),
            Map.entry("alert.raised", AlertRaised.class),
            Map.entry("alert.withdrawn", AlertWithdrawn.class));

    private final ObjectMapper json = ModelJson.mapper();
    private final DocketJson dockets = new DocketJson(json);

    @Override
    public NewEvent write(DeadlineEvent event, Instant occurredAt) {
        return new NewEvent(UuidV7.next(), typeOf(event), SCHEMA_VERSION, text(event), List.of(), occurredAt);
    }

    private static String typeOf(DeadlineEvent event) {
        return BY_TYPE.entrySet().stream()
                .filter(entry -> entry.getValue().isInstance(event))
                .map(Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public DeadlineEvent read(RecordedEvent event) {
        var type = BY_TYPE.get(event.type());
        if (type == null) {
            throw new IllegalArgumentException("no event of a deadline: " + event.type());
        }
        try {
            return json.readValue(event.data(), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean tells(RecordedEvent event) {
        return BY_TYPE.containsKey(event.type());
    }

    /** The envelope of public events, so that each event can be published by itself. */
    @Override
    public String metadata(Complaint complaint, Cause cause) {
        var metadata = json.createObjectNode()
                .put("complaintId", complaint.id().toString())
                .put("reference", complaint.reference())
                .put("jurisdiction", complaint.jurisdiction().name())
                .put("organisation", complaint.organisation());
        complaint.sharedWith().forEach(metadata.putArray("sharedWith")::add);
        metadata.put("actor", cause.actor() == null ? SERVICE : cause.actor())
                .put("correlationId", cause.correlation().toString());
        if (cause.causation() != null) {
            metadata.put("causationId", cause.causation().toString());
        }
        if (cause.occurred() != null) {
            put(metadata, cause.occurred());
        }
        return metadata.toString();
    }

    private static void put(ObjectNode metadata, Occurred occurred) {
        switch (occurred) {
            case Occurred.On on -> put(metadata, on.earliest(), on.latest(), "day");
            case Occurred.At at -> put(metadata, at.earliest(), at.latest(), "hour");
        }
    }

    private static void put(ObjectNode metadata, Object earliest, Object latest, String precision) {
        if (earliest.equals(latest)) {
            metadata.put("occurredAt", earliest.toString());
        } else {
            metadata.putObject("occurredAt")
                    .put("earliest", earliest.toString())
                    .put("latest", latest.toString())
                    .put("precision", precision);
        }
    }

    @Override
    public InlineRow row(Complaint complaint, long version, Agenda agenda, Cause cause) {
        var row = json.createObjectNode()
                .put("deadline", agenda.term().deadline().toString())
                .put("complaint", complaint.id().toString())
                .put("version", version);
        var rungs = row.putArray("rungs");
        agenda.planned().forEach(planned -> put(rungs.addObject(), planned));
        if (!rungs.isEmpty()) {
            ObjectNode alert = json.valueToTree(agenda.planned().getFirst().alert());
            row.put("alert", alert.without(SAID_ELSEWHERE).toString())
                    .put("breach", text(agenda.breach()))
                    .put("metadata", metadata(complaint, cause));
        }
        return new InlineRow("deadline.arm", row.toString());
    }

    @Override
    public InlineRow row(Complaint complaint, long version, long revision, Optional<Docket> docket) {
        return dockets.row(complaint, version, revision, docket);
    }

    @Override
    public Docket docket(String stored) {
        return dockets.read(stored);
    }

    private static void put(ObjectNode rung, Planned planned) {
        var alert = planned.alert();
        rung.put("alert", alert.alert().toString())
                .put("rung", alert.rung())
                .put("at", alert.at().truncatedTo(ChronoUnit.MICROS).toString())
                .put("severity", alert.severity().name().toLowerCase(Locale.ROOT))
                .put("audience", alert.audience())
                .put("decides", planned.decides());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
