package org.aryz.referral.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.referral.Code;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.application.FactJson;
import org.aryz.referral.application.StoredForm;
import org.aryz.referral.proceedings.Outcome;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.aryz.referral.proceedings.ProceedingsEvent.FactRecorded;
import org.aryz.referral.proceedings.ProceedingsEvent.JudgmentInForce;
import org.jspecify.annotations.Nullable;

/** The stored form of what happens in proceedings. It stays readable for ever: a change needs a new version. */
@ApplicationScoped
public class StoredProceedingsEvents implements StoredForm<ProceedingsEvent> {
    private static final String JUDGMENT_IN_FORCE = "judgment.in-force";

    @Override
    public NewEvent encode(ProceedingsEvent event, ZoneId zone, List<SealedUnit> sealed) {
        var data = fields(event).removeNulls().toString();
        var day =
                switch (event) {
                    case JudgmentInForce judgment -> judgment.inForceOn();
                    case FactRecorded fact -> fact.occurredAt();
                };
        return new NewEvent(
                UuidV7.next(),
                type(event),
                1,
                data,
                sealed,
                day.atStartOfDay(zone).toInstant());
    }

    private static String type(ProceedingsEvent event) {
        return switch (event) {
            case JudgmentInForce _ -> JUDGMENT_IN_FORCE;
            case FactRecorded recorded -> FactJson.FORM.kindOf(recorded.fact());
        };
    }

    @Override
    public boolean holds(RecordedEvent event) {
        return event.type().equals(JUDGMENT_IN_FORCE) || FactJson.FORM.knows(event.type());
    }

    @Override
    public ProceedingsEvent decode(RecordedEvent event) {
        if (!holds(event)) {
            throw new IllegalArgumentException("Not an event of proceedings: " + event.type());
        }
        var data = Json.read(event.data());
        return event.type().equals(JUDGMENT_IN_FORCE) ? judgment(data) : fact(event.type(), data);
    }

    private static JudgmentInForce judgment(JsonNode data) {
        return new JudgmentInForce(
                new ComplaintId(Json.uuid(data, "complaint")),
                Code.of(Outcome.class, Json.text(data, "outcome")),
                LocalDate.parse(Json.text(data, "inForceOn")),
                findUuid(data, "suspect"));
    }

    private static FactRecorded fact(String type, JsonNode data) {
        return new FactRecorded(
                new ComplaintId(Json.uuid(data, "complaint")),
                FactJson.FORM.stored(type, data),
                LocalDate.parse(Json.text(data, "occurredAt")),
                Json.findDate(data, "receivedAt").orElse(null),
                findUuid(data, "note"));
    }

    private static @Nullable UUID findUuid(JsonNode data, String field) {
        return Json.find(data, field)
                .map(JsonNode::textValue)
                .map(UUID::fromString)
                .orElse(null);
    }

    private static ObjectNode fields(ProceedingsEvent event) {
        return switch (event) {
            case JudgmentInForce judgment ->
                Json.object()
                        .put("complaint", judgment.complaint().toString())
                        .put("outcome", judgment.outcome().code())
                        .put("inForceOn", Json.text(judgment.inForceOn()))
                        .put("suspect", Json.text(judgment.suspect()));
            case FactRecorded recorded -> {
                var data = Json.object()
                        .put("complaint", recorded.complaint().toString())
                        .put("occurredAt", Json.text(recorded.occurredAt()))
                        .put("receivedAt", Json.text(recorded.receivedAt()))
                        .put("note", Json.text(recorded.note()));
                yield data.<ObjectNode>setAll(FactJson.FORM.written(recorded.fact()));
            }
        };
    }
}
