package org.aryz.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.aryz.notification.AlertCommand.Acknowledge;
import org.aryz.notification.AlertCommand.Escalate;
import org.aryz.notification.AlertCommand.Raise;
import org.aryz.notification.AlertCommand.RecordBounce;
import org.aryz.notification.AlertCommand.RecordFailure;
import org.aryz.notification.AlertCommand.RecordHandedOver;
import org.aryz.notification.AlertCommand.StandDown;
import org.aryz.notification.AlertEvent.AlertAcknowledged;
import org.aryz.notification.AlertEvent.AlertAssigned;
import org.aryz.notification.AlertEvent.AlertBounced;
import org.aryz.notification.AlertEvent.AlertEscalated;
import org.aryz.notification.AlertEvent.AlertHandedOver;
import org.aryz.notification.AlertEvent.AlertQueued;
import org.aryz.notification.AlertEvent.AlertStoodDown;
import org.aryz.notification.Delivery.State;
import org.jspecify.annotations.Nullable;

/**
 * An alert as far as it has come. Every command may come twice or late: what was already done, or no longer matters,
 * is answered by no event, never by an error.
 */
public sealed interface Alert {

    /** Nobody has heard of it yet. */
    record Unraised() implements Alert {}

    /**
     * It is for people to know; open until one of them takes note, or its reason is gone.
     *
     * @param toldAt when the last person was chosen
     */
    record Raised(
            Notice notice,
            Instant toldAt,
            SequencedMap<Route, Delivery> deliveries,
            @Nullable AlertAcknowledged acknowledged,
            @Nullable AlertStoodDown stoodDown)
            implements Alert {

        public boolean open() {
            return acknowledged == null && stoodDown == null;
        }

        /** Whether this person is still to be told this way. */
        public boolean awaits(Route route) {
            var delivery = deliveries.get(route);
            return delivery != null && delivery.pending();
        }

        /** {@code open}, {@code acknowledged} or {@code withdrawn}. */
        public String state() {
            if (acknowledged != null) {
                return "acknowledged";
            }
            return stoodDown == null ? "open" : "withdrawn";
        }

        private Raised with(Route route, State state, int attempt, Instant at) {
            var before = deliveries.get(route);
            return with(route, new Delivery(state, attempt, at, before == null ? null : before.escalation()), toldAt);
        }

        private Raised escalatedTo(Route route, String reason, Instant at) {
            return with(route, new Delivery(State.QUEUED, 1, at, reason), at);
        }

        private Raised with(Route route, Delivery delivery, Instant lastToldAt) {
            var changed = new LinkedHashMap<>(deliveries);
            changed.put(route, delivery);
            return new Raised(notice, lastToldAt, changed, acknowledged, stoodDown);
        }

        private int attempt(Route route) {
            var delivery = deliveries.get(route);
            return delivery == null ? 1 : delivery.attempt();
        }
    }

    static Alert evolve(Alert state, AlertEvent event) {
        return switch (state) {
            case Unraised _ ->
                event instanceof AlertAssigned first
                        ? new Raised(first.notice(), first.at(), new LinkedHashMap<>(), null, null)
                        : state;
            case Raised raised -> evolve(raised, event);
        };
    }

    private static Raised evolve(Raised alert, AlertEvent event) {
        return switch (event) {
            case AlertAssigned _ -> alert;
            case AlertEscalated it -> alert.escalatedTo(it.route(), it.reason(), it.at());
            case AlertQueued it -> alert.with(it.route(), State.QUEUED, it.attempt(), it.at());
            case AlertHandedOver it -> alert.with(it.route(), State.HANDED_OVER, it.attempt(), it.at());
            case AlertBounced it -> alert.with(it.route(), State.BOUNCED, it.attempt(), it.at());
            case AlertAcknowledged it ->
                new Raised(alert.notice(), alert.toldAt(), alert.deliveries(), it, alert.stoodDown());
            case AlertStoodDown it ->
                new Raised(alert.notice(), alert.toldAt(), alert.deliveries(), alert.acknowledged(), it);
        };
    }

    static List<AlertEvent> decide(AlertCommand command, Alert state) {
        return switch (state) {
            case Unraised _ -> command instanceof Raise raise ? assign(raise) : List.of();
            case Raised alert -> decide(command, alert);
        };
    }

    private static List<AlertEvent> decide(AlertCommand command, Raised alert) {
        return switch (command) {
            case Raise _ -> List.of();
            case RecordHandedOver it
            when alert.awaits(it.route()) ->
                List.of(new AlertHandedOver(it.route(), alert.attempt(it.route()), it.at()));
            case RecordHandedOver _ -> List.of();
            case RecordFailure it
            when alert.open() && alert.awaits(it.route()) ->
                List.of(new AlertQueued(it.route(), alert.attempt(it.route()) + 1, it.reason(), it.at()));
            case RecordFailure _ -> List.of();
            case RecordBounce it when alert.awaits(it.route()) -> bounce(it, alert);
            case RecordBounce _ -> List.of();
            case Escalate it when it.rule().isDue(alert, it.at()) -> escalate(it, alert);
            case Escalate _ -> List.of();
            case Acknowledge it when alert.acknowledged() == null -> List.of(new AlertAcknowledged(it.by(), it.at()));
            case Acknowledge _ -> List.of();
            case StandDown it when alert.open() -> List.of(new AlertStoodDown(it.reason(), it.at()));
            case StandDown _ -> List.of();
        };
    }

    private static List<AlertEvent> assign(Raise raise) {
        var events = new ArrayList<AlertEvent>();
        for (var route : raise.routes()) {
            events.add(new AlertAssigned(raise.notice(), route, raise.at()));
            events.add(new AlertQueued(route, 1, null, raise.at()));
        }
        return events;
    }

    private static List<AlertEvent> bounce(RecordBounce bounce, Raised alert) {
        var events = new ArrayList<AlertEvent>();
        events.add(new AlertBounced(bounce.route(), alert.attempt(bounce.route()), bounce.reason(), bounce.at()));
        if (alert.open()) {
            var others = untold(bounce.others(), alert);
            events.addAll(tell(others, bounce.route().recipient(), Delivery.BOUNCED_BEFORE, bounce.at()));
        }
        return events;
    }

    private static List<AlertEvent> escalate(Escalate command, Raised alert) {
        var before = alert.deliveries().lastEntry().getKey().recipient();
        return command.ladder().stream()
                .map(step -> untold(step, alert))
                .filter(step -> !step.isEmpty())
                .findFirst()
                .map(step -> tell(step, before, Delivery.NOT_ACKNOWLEDGED, command.at()))
                .orElse(List.of());
    }

    private static List<Route> untold(List<Route> routes, Raised alert) {
        return routes.stream()
                .filter(route -> !alert.deliveries().containsKey(route))
                .toList();
    }

    private static List<AlertEvent> tell(List<Route> routes, String before, String reason, Instant at) {
        return routes.stream()
                .<AlertEvent>mapMulti((route, events) -> {
                    events.accept(new AlertEscalated(route, before, reason, at));
                    events.accept(new AlertQueued(route, 1, null, at));
                })
                .toList();
    }

    /** Folds a history; the order of deliveries is that in which people were chosen. */
    static Alert of(List<AlertEvent> events) {
        Alert state = new Unraised();
        for (var event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /** The deliveries that are still to be made. */
    static Map<Route, Delivery> pending(Raised alert) {
        var pending = new LinkedHashMap<>(alert.deliveries());
        pending.values().removeIf(delivery -> !delivery.pending());
        return pending;
    }
}
