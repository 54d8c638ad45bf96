package org.aryz.notification.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aryz.notification.Alert.Raised;
import org.aryz.notification.AlertCommand.Escalate;
import org.aryz.notification.Escalation;
import org.aryz.notification.Route;
import org.aryz.servicekit.time.DatabaseClock;
import org.jboss.logging.Logger;

/**
 * Passes alerts of which nobody took note on to the next person. An alert found twice, or too late, passes on once: its own
 * history says whether it is due.
 */
@ApplicationScoped
public class Escalations {
    private static final Logger LOG = Logger.getLogger(Escalations.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int BATCH = 100;
    private static final String CHANNEL = "e-mail";

    private final DueEscalations queue;
    private final Alerts alerts;
    private final Recipients recipients;
    private final Escalation rule;
    private final DatabaseClock clock;
    private final Courier courier;
    private final AtomicBoolean busy = new AtomicBoolean();

    public Escalations(
            DueEscalations queue,
            Alerts alerts,
            Recipients recipients,
            Escalation rule,
            DatabaseClock clock,
            Courier courier) {
        this.queue = queue;
        this.alerts = alerts;
        this.recipients = recipients;
        this.rule = rule;
        this.clock = clock;
        this.courier = courier;
    }

    /** There may be something due. Returns at once; while a round is under way, another is not begun. */
    public void wake() {
        if (busy.compareAndSet(false, true)) {
            round().ifNoItem()
                    .after(LONGEST)
                    .fail()
                    .subscribe()
                    .with(found -> finished(found == BATCH), this::notClaimed);
        }
    }

    /** How many alerts were due. */
    private Uni<Integer> round() {
        return queue.claim(BATCH).call(this::passOnAll).map(List::size);
    }

    private Uni<?> passOnAll(List<UUID> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::inAnyCase)
                .merge()
                .collect()
                .last()
                .invoke(courier::wake);
    }

    private void finished(boolean more) {
        busy.set(false);
        if (more) {
            wake();
        }
    }

    /** By name only: a message of the database may quote data. */
    private void notClaimed(Throwable failure) {
        LOG.debugf(
                "escalations can't be claimed now and wait: %s",
                failure.getClass().getName());
        busy.set(false);
    }

    /** One alert that fails keeps no other waiting; its claim lapses and it comes up again. */
    private Uni<?> inAnyCase(UUID id) {
        return passOn(id)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "alert %s was not passed on and comes up again: %s",
                        id, failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<?> passOn(UUID id) {
        return Uni.combine()
                .all()
                .unis(alerts.load(id), clock.now())
                .asTuple()
                .flatMap(found -> found.getItem1().state() instanceof Raised alert
                        ? passOn(id, alert, found.getItem2())
                        : Uni.createFrom().voidItem());
    }

    private Uni<?> passOn(UUID id, Raised alert, Instant at) {
        var command = new Escalate(rule, ladder(alert), at);
        return alerts.execute(id, command, Cause.service(alert.notice().correlation(), null));
    }

    private List<List<Route>> ladder(Raised alert) {
        return recipients.ladder(alert.notice()).stream()
                .map(step -> step.stream()
                        .map(recipient -> new Route(recipient.id(), CHANNEL))
                        .toList())
                .toList();
    }
}
