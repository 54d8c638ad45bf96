package org.aryz.notification.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.notification.Alert.Raised;
import org.aryz.notification.Delivery;
import org.aryz.notification.view.AlertList.Listed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertAnswer(
        UUID id,
        UUID complaintId,
        String reference,
        String rule,
        String rung,
        String severity,
        Instant dueAt,
        String state,
        Instant raisedAt,
        List<DeliveryAnswer> deliveries,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    /** How far telling one person has come. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryAnswer(
            String recipient,
            String channel,
            String state,
            int attempts,
            Instant at,
            @Schema(
                            description = "Why this person is told after another",
                            enumeration = {Delivery.BOUNCED_BEFORE, Delivery.NOT_ACKNOWLEDGED})
                    @Nullable
                    String escalation) {}

    static AlertAnswer of(UUID id, Raised alert) {
        var notice = alert.notice();
        var acknowledged = alert.acknowledged();
        return new AlertAnswer(
                id,
                notice.complaint().id(),
                notice.complaint().reference(),
                notice.rule(),
                notice.rung(),
                notice.severity().code(),
                notice.dueAt(),
                alert.state(),
                notice.raisedAt(),
                deliveries(alert),
                acknowledged == null ? null : acknowledged.at(),
                acknowledged == null ? null : acknowledged.by());
    }

    private static List<DeliveryAnswer> deliveries(Raised alert) {
        return alert.deliveries().entrySet().stream()
                .map(entry -> new DeliveryAnswer(
                        entry.getKey().recipient(),
                        entry.getKey().channel(),
                        entry.getValue().state().code(),
                        entry.getValue().attempts(),
                        entry.getValue().at(),
                        entry.getValue().escalation()))
                .toList();
    }

    static AlertAnswer of(Listed listed) {
        var alert = listed.alert();
        return new AlertAnswer(
                alert.alert,
                alert.complaint,
                alert.reference,
                alert.rule,
                alert.rung,
                alert.severity,
                alert.dueAt,
                alert.state,
                alert.raisedAt,
                listed.deliveries().stream()
                        .map(it -> new DeliveryAnswer(
                                it.recipient, it.channel, it.state, it.attempts, it.at, it.escalation))
                        .toList(),
                alert.acknowledgedAt,
                alert.acknowledgedBy);
    }
}
