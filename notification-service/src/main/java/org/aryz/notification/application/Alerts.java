package org.aryz.notification.application;

import static java.time.Duration.ZERO;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;
import org.aryz.eventlog.Streams.Loaded;
import org.aryz.notification.Alert;
import org.aryz.notification.Alert.Raised;
import org.aryz.notification.AlertCommand;
import org.aryz.notification.AlertCommand.Escalate;
import org.aryz.notification.AlertEvent;
import org.aryz.notification.AlertEvent.AlertAcknowledged;
import org.aryz.notification.AlertEvent.AlertAssigned;
import org.aryz.notification.AlertEvent.AlertBounced;
import org.aryz.notification.AlertEvent.AlertEscalated;
import org.aryz.notification.AlertEvent.AlertHandedOver;
import org.aryz.notification.AlertEvent.AlertQueued;
import org.aryz.notification.AlertEvent.AlertStoodDown;
import org.aryz.notification.Escalation;
import org.aryz.notification.Patience;
import org.aryz.notification.Route;
import org.jspecify.annotations.Nullable;

/** All alerts. A command's events and the queues of what is due change in one transaction. */
@ApplicationScoped
public class Alerts {
    private static final String CANCELLED = "cancelled";

    private final StoredForm form;
    private final Escalation escalation;
    private final Streams<AlertEvent, Alert> streams;

    public Alerts(EventLog log, StoredForm form, Escalation escalation) {
        this.form = form;
        this.escalation = escalation;
        this.streams = new Streams<>(log, form::read, new Alert.Unraised(), Alert::evolve);
    }

    public Uni<Loaded<Alert>> load(UUID alert) {
        return streams.load(StreamId.of(alert));
    }

    public Uni<AppendResult> execute(UUID alert, AlertCommand command, Cause cause) {
        return execute(alert, command, cause, UnaryOperator.identity());
    }

    /** {@code marked} adds to the append what makes it happen once. */
    public Uni<AppendResult> execute(UUID alert, AlertCommand command, Cause cause, UnaryOperator<Append> marked) {
        return streams.execute(StreamId.of(alert), loaded -> marked.apply(append(loaded, command, cause)));
    }

    /** Takes a delivery that no longer matters out of the queue. */
    public Uni<AppendResult> cancel(UUID alert, Route route) {
        var row = form.row(alert, route, CANCELLED, 0, ZERO);
        return streams.execute(
                StreamId.of(alert), loaded -> Append.to(loaded.stream(), loaded.version(), List.of(), "{}")
                        .with(row));
    }

    private Append append(Loaded<Alert> loaded, AlertCommand command, Cause cause) {
        var events = Alert.decide(command, loaded.state());
        var after = loaded.state();
        for (var event : events) {
            after = Alert.evolve(after, event);
        }
        if (!(after instanceof Raised alert)) {
            return Append.to(loaded.stream(), loaded.version(), List.of(), "{}");
        }
        var stored = events.stream().map(form::write).toList();
        var rows = rows(loaded.stream().value(), events, alert);
        if (command instanceof Escalate || events.stream().anyMatch(Alerts::changesWhoIsAsked)) {
            rows.add(form.row(loaded.stream().value(), asksAgainAt(alert, command.at())));
        }
        return Append.to(loaded.stream(), loaded.version(), stored, form.metadata(alert.notice(), cause))
                .with(rows.toArray(InlineRow[]::new));
    }

    /** Past {@code now} there is nothing: who could have been told next was, or nobody is left. */
    private @Nullable Instant asksAgainAt(Raised alert, Instant now) {
        return escalation.dueAt(alert).filter(due -> due.isAfter(now)).orElse(null);
    }

    private static boolean changesWhoIsAsked(AlertEvent event) {
        return switch (event) {
            case AlertAssigned _, AlertEscalated _, AlertAcknowledged _, AlertStoodDown _ -> true;
            case AlertQueued _, AlertHandedOver _, AlertBounced _ -> false;
        };
    }

    private List<InlineRow> rows(UUID id, List<AlertEvent> events, Raised alert) {
        var rows = new ArrayList<InlineRow>();
        for (var event : events) {
            switch (event) {
                case AlertQueued it -> rows.add(form.row(id, it.route(), "queued", it.attempt() - 1, wait(it, alert)));
                case AlertHandedOver it -> rows.add(form.row(id, it.route(), "handed-over", it.attempt(), ZERO));
                case AlertBounced it -> rows.add(form.row(id, it.route(), "bounced", it.attempt(), ZERO));
                case AlertAcknowledged _, AlertStoodDown _ ->
                    Alert.pending(alert)
                            .forEach((route, delivery) ->
                                    rows.add(form.row(id, route, CANCELLED, delivery.attempts(), ZERO)));
                case AlertAssigned _, AlertEscalated _ -> {}
            }
        }
        return rows;
    }

    private static Duration wait(AlertQueued queued, Raised alert) {
        return queued.attempt() == 1
                ? ZERO
                : Patience.after(
                        queued.attempt() - 1,
                        Duration.between(queued.at(), alert.notice().dueAt()));
    }
}
