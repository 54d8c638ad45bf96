package org.aryz.referral.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.aryz.referral.DecisionKind;
import org.aryz.referral.ReferralEvent;
import org.aryz.referral.ReferralEvent.DecisionMade;
import org.aryz.referral.ReferralEvent.DecisionReceived;
import org.aryz.referral.ReferralEvent.ReferralRegistered;
import org.aryz.referral.ReferralEvent.ReferralSent;
import org.aryz.referral.application.FactJson;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.aryz.referral.proceedings.ProceedingsEvent.FactRecorded;
import org.aryz.referral.proceedings.ProceedingsEvent.JudgmentInForce;
import org.jspecify.annotations.Nullable;

/** The public fields of each event: what deadlines are computed from, and no name, number or note. */
final class PublicFields {
    private PublicFields() {}

    static ObjectNode of(UUID referral, ReferralEvent event) {
        return switch (event) {
            case ReferralSent sent -> sent(referral, sent);
            case ReferralRegistered registered ->
                happened(text(registered.registeredAt()))
                        .put("receivedAt", text(registered.received()))
                        .put("referral", referral.toString())
                        .put("authority", registered.by().value());
            case DecisionMade made ->
                decision(referral, made.decision().id().value(), made.decision().kind())
                        .put("occurredAt", text(made.decision().made()))
                        .put("receivedAt", text(made.decision().received()))
                        .put("made", text(made.decision().made()));
            case DecisionReceived received ->
                decision(referral, received.decision().value(), received.kind())
                        .put("occurredAt", text(received.received()))
                        .put("made", text(received.made()))
                        .put("received", text(received.received()));
        };
    }

    static ObjectNode of(ProceedingsEvent event) {
        return switch (event) {
            case JudgmentInForce judgment ->
                happened(text(judgment.inForceOn()))
                        .put("suspect", text(judgment.suspect()))
                        .put("outcome", judgment.outcome().code());
            case FactRecorded recorded ->
                happened(text(recorded.occurredAt()))
                        .put("receivedAt", text(recorded.receivedAt()))
                        .<ObjectNode>setAll(FactJson.FORM.written(recorded.fact()));
        };
    }

    /** The reason of an override stays inside; that there was one is public. */
    private static ObjectNode sent(UUID referral, ReferralSent sent) {
        return happened(text(sent.sentAt()))
                .put("referral", referral.toString())
                .put("authority", sent.to().value())
                .put("channel", sent.channel().code())
                .put("consentVersion", sent.consentVersion())
                .put("override", sent.override() == null ? null : Boolean.TRUE);
    }

    private static ObjectNode decision(UUID referral, UUID decision, DecisionKind kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("referral", referral.toString())
                .put("decision", decision.toString())
                .put("kind", kind.code());
    }

    private static ObjectNode happened(@Nullable String when) {
        return JsonNodeFactory.instance.objectNode().put("occurredAt", when);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String text(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
