package org.aryz.referral.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.Channel;
import org.aryz.referral.Code;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Decision;
import org.aryz.referral.DecisionId;
import org.aryz.referral.DecisionKind;
import org.aryz.referral.OverrideReason;
import org.aryz.referral.ReferralEvent;
import org.aryz.referral.ReferralEvent.DecisionMade;
import org.aryz.referral.ReferralEvent.DecisionReceived;
import org.aryz.referral.ReferralEvent.ReferralRegistered;
import org.aryz.referral.ReferralEvent.ReferralSent;
import org.aryz.referral.application.StoredForm;

/** The stored form of what happens to a referral. It stays readable for ever: a change needs a new version. */
@ApplicationScoped
public class StoredReferralEvents implements StoredForm<ReferralEvent> {
    private static final Set<String> TYPES =
            Set.of("referral.sent", "referral.registered", "decision.made", "decision.received");

    @Override
    public NewEvent encode(ReferralEvent event, ZoneId zone, List<SealedUnit> sealed) {
        var data = fields(event).removeNulls().toString();
        return new NewEvent(UuidV7.next(), type(event), 1, data, sealed, occurredAt(event, zone));
    }

    @Override
    public ReferralEvent decode(RecordedEvent event) {
        return decode(event.type(), Json.read(event.data()));
    }

    @Override
    public boolean holds(RecordedEvent event) {
        return TYPES.contains(event.type());
    }

    private static String type(ReferralEvent event) {
        return switch (event) {
            case ReferralSent _ -> "referral.sent";
            case ReferralRegistered _ -> "referral.registered";
            case DecisionMade _ -> "decision.made";
            case DecisionReceived _ -> "decision.received";
        };
    }

    private static Instant occurredAt(ReferralEvent event, ZoneId zone) {
        return switch (event) {
            case ReferralSent sent -> sent.sentAt().toInstant();
            case ReferralRegistered registered -> registered.registeredAt().toInstant();
            case DecisionMade made -> made.decision().made().atStartOfDay(zone).toInstant();
            case DecisionReceived received ->
                received.received().atStartOfDay(zone).toInstant();
        };
    }

    private static ObjectNode fields(ReferralEvent event) {
        return switch (event) {
            case ReferralSent sent ->
                Json.object()
                        .put("complaint", sent.complaint().toString())
                        .put("authority", sent.to().value())
                        .put("channel", sent.channel().code())
                        .put("sentAt", Json.text(sent.sentAt()))
                        .put("consentVersion", sent.consentVersion())
                        .put(
                                "override",
                                sent.override() == null ? null : sent.override().code());
            case ReferralRegistered registered ->
                Json.object()
                        .put("authority", registered.by().value())
                        .put("number", registered.number().toString())
                        .put("registeredAt", Json.text(registered.registeredAt()))
                        .put("received", Json.text(registered.received()));
            case DecisionMade made -> decision(made.decision());
            case DecisionReceived received ->
                decision(new Decision(received.decision(), received.kind(), received.made(), received.received()));
        };
    }

    private static ReferralEvent decode(String type, JsonNode data) {
        return switch (type) {
            case "referral.sent" ->
                new ReferralSent(
                        new ComplaintId(Json.uuid(data, "complaint")),
                        new AuthorityCode(Json.text(data, "authority")),
                        Code.of(Channel.class, Json.text(data, "channel")),
                        OffsetDateTime.parse(Json.text(data, "sentAt")),
                        Json.find(data, "consentVersion")
                                .map(JsonNode::intValue)
                                .orElse(null),
                        Json.find(data, "override")
                                .map(word -> Code.of(OverrideReason.class, word.textValue()))
                                .orElse(null));
            case "referral.registered" ->
                new ReferralRegistered(
                        new AuthorityCode(Json.text(data, "authority")),
                        Json.uuid(data, "number"),
                        OffsetDateTime.parse(Json.text(data, "registeredAt")),
                        Json.findDate(data, "received").orElse(null));
            case "decision.made" -> new DecisionMade(decision(data));
            case "decision.received" -> received(decision(data), LocalDate.parse(Json.text(data, "received")));
            default -> throw new IllegalArgumentException("Not an event of a referral: " + type);
        };
    }

    private static ObjectNode decision(Decision decision) {
        return Json.object()
                .put("decision", decision.id().toString())
                .put("kind", decision.kind().code())
                .put("made", Json.text(decision.made()))
                .put("received", Json.text(decision.received()));
    }

    private static Decision decision(JsonNode data) {
        return new Decision(
                new DecisionId(Json.uuid(data, "decision")),
                Code.of(DecisionKind.class, Json.text(data, "kind")),
                LocalDate.parse(Json.text(data, "made")),
                Json.findDate(data, "received").orElse(null));
    }

    private static DecisionReceived received(Decision decision, LocalDate day) {
        return new DecisionReceived(decision.id(), decision.kind(), decision.made(), day);
    }
}
