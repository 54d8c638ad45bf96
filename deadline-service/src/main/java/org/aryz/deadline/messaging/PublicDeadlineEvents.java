package org.aryz.deadline.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.AlertWithdrawn;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.aryz.deadline.application.StoredForm;
import org.aryz.deadline.lawchange.LawBook;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.kafka.PublicEvent;

/**
 * Turns each stored event into the one public event of {@code aryz.deadlines} that others read. The
 * stream of the law is private; all others are public.
 */
@ApplicationScoped
public class PublicDeadlineEvents implements PublicEvent.Mapping {
    private static final ObjectReader JSON = new ObjectMapper().readerFor(ObjectNode.class);
    private static final List<String> ENVELOPE = List.of(
            "complaintId",
            "reference",
            "jurisdiction",
            "organisation",
            "sharedWith",
            "actor",
            "correlationId",
            "causationId",
            "occurredAt");

    private final StoredForm form;

    public PublicDeadlineEvents(StoredForm form) {
        this.form = form;
    }

    @Override
    public Optional<PublicEvent> publish(RecordedEvent recorded) {
        if (PublicSigns.include(recorded.type())) {
            return Optional.of(PublicSigns.publish(recorded));
        }
        if (recorded.stream().value().equals(LawBook.STREAM)) {
            return Optional.empty();
        }
        var event = form.read(recorded);
        var data = envelope(recorded);
        if (broughtByTheHour(event) || !data.has("occurredAt")) {
            data.put("occurredAt", recorded.occurredAt().toString());
        }
        data.setAll(PublicFields.of(event));
        return Optional.of(new PublicEvent(
                data.required("complaintId").textValue(),
                recorded.type(),
                "urn:aryz:schema:%s:1".formatted(recorded.type()),
                data.toString().getBytes(UTF_8)));
    }

    /** What the hour brought happened at its own time; everything else when the fact did that caused it. */
    private static boolean broughtByTheHour(DeadlineEvent event) {
        return switch (event) {
            case AlertRaised _, AlertWithdrawn _, DeadlineBreached _, LimitationExpired _, ComplaintExpired _ -> true;
            default -> false;
        };
    }

    private static ObjectNode envelope(RecordedEvent event) {
        try {
            ObjectNode metadata = JSON.readValue(event.metadata());
            return metadata.retain(ENVELOPE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
