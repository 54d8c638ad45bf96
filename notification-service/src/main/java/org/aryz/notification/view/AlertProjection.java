package org.aryz.notification.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.notification.AlertEvent;
import org.aryz.notification.AlertEvent.AlertAcknowledged;
import org.aryz.notification.AlertEvent.AlertAssigned;
import org.aryz.notification.AlertEvent.AlertBounced;
import org.aryz.notification.AlertEvent.AlertEscalated;
import org.aryz.notification.AlertEvent.AlertHandedOver;
import org.aryz.notification.AlertEvent.AlertQueued;
import org.aryz.notification.AlertEvent.AlertStoodDown;
import org.aryz.notification.Delivery;
import org.aryz.notification.Delivery.State;
import org.aryz.notification.Notice;
import org.aryz.notification.Route;

/** What an event changes in the list of alerts: a pure function, safe to apply again. */
final class AlertProjection {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A row for one of the view's SQL functions. */
    record Change(String function, String json) {}

    private AlertProjection() {}

    static List<Change> project(RecordedEvent recorded, AlertEvent event) {
        return switch (event) {
            case AlertAssigned it -> List.of(raised(recorded, it.notice()));
            case AlertQueued it ->
                List.of(delivery(recorded, it.route(), new Delivery(State.QUEUED, it.attempt(), it.at(), null)));
            case AlertHandedOver it ->
                List.of(delivery(recorded, it.route(), new Delivery(State.HANDED_OVER, it.attempt(), it.at(), null)));
            case AlertBounced it ->
                List.of(delivery(recorded, it.route(), new Delivery(State.BOUNCED, it.attempt(), it.at(), null)));
            case AlertAcknowledged it ->
                List.of(row(
                        "notification.view_acknowledged",
                        alert(recorded).put("at", it.at().toString()).put("by", it.by())));
            case AlertStoodDown _ -> List.of(row("notification.view_withdrawn", alert(recorded)));
            case AlertEscalated it ->
                List.of(delivery(recorded, it.route(), new Delivery(State.QUEUED, 1, it.at(), it.reason())));
        };
    }

    private static Change raised(RecordedEvent recorded, Notice notice) {
        var complaint = notice.complaint();
        var row = alert(recorded)
                .put("position", recorded.position())
                .put("complaint", complaint.id().toString())
                .put("reference", complaint.reference())
                .put("rule", notice.rule())
                .put("rung", notice.rung())
                .put("severity", notice.severity().code())
                .put("dueAt", notice.dueAt().toString())
                .put("raisedAt", notice.raisedAt().toString());
        var visibleTo = row.putArray("visibleTo").add(complaint.organisation());
        complaint.sharedWith().forEach(visibleTo::add);
        return row("notification.view_raised", row);
    }

    private static Change delivery(RecordedEvent recorded, Route route, Delivery delivery) {
        return row(
                "notification.view_delivery",
                alert(recorded)
                        .put("position", recorded.position())
                        .put("recipient", route.recipient())
                        .put("channel", route.channel())
                        .put("state", delivery.state().code())
                        .put("attempts", delivery.attempts())
                        .put("at", delivery.at().toString())
                        .put("escalation", delivery.escalation()));
    }

    private static ObjectNode alert(RecordedEvent recorded) {
        return JSON.createObjectNode().put("alert", recorded.stream().toString());
    }

    private static Change row(String function, ObjectNode row) {
        return new Change(function, row.toString());
    }
}
