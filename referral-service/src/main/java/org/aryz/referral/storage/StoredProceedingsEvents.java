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
import org.aryz.referral.application.StoredForm;
import org.aryz.referral.proceedings.Outcome;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.aryz.referral.proceedings.ProceedingsEvent.JudgmentInForce;

/** The stored form of what happens in proceedings. It stays readable for ever: a change needs a new version. */
@ApplicationScoped
public class StoredProceedingsEvents implements StoredForm<ProceedingsEvent> {
    private static final String JUDGMENT_IN_FORCE = "judgment.in-force";

    @Override
    public NewEvent encode(ProceedingsEvent event, ZoneId zone, List<SealedUnit> sealed) {
        var data = fields(event).removeNulls().toString();
        return switch (event) {
            case JudgmentInForce judgment ->
                new NewEvent(
                        UuidV7.next(),
                        JUDGMENT_IN_FORCE,
                        1,
                        data,
                        sealed,
                        judgment.inForceOn().atStartOfDay(zone).toInstant());
        };
    }

    @Override
    public boolean holds(RecordedEvent event) {
        return event.type().equals(JUDGMENT_IN_FORCE);
    }

    @Override
    public ProceedingsEvent decode(RecordedEvent event) {
        if (!holds(event)) {
            throw new IllegalArgumentException("Not an event of proceedings: " + event.type());
        }
        var data = Json.read(event.data());
        return new JudgmentInForce(
                new ComplaintId(Json.uuid(data, "complaint")),
                Code.of(Outcome.class, Json.text(data, "outcome")),
                LocalDate.parse(Json.text(data, "inForceOn")),
                Json.find(data, "suspect")
                        .map(JsonNode::textValue)
                        .map(UUID::fromString)
                        .orElse(null));
    }

    private static ObjectNode fields(ProceedingsEvent event) {
        return switch (event) {
            case JudgmentInForce judgment ->
                Json.object()
                        .put("complaint", judgment.complaint().toString())
                        .put("outcome", judgment.outcome().code())
                        .put("inForceOn", Json.text(judgment.inForceOn()))
                        .put("suspect", Json.text(judgment.suspect()));
        };
    }
}
