package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aryz.notification.Alert.Raised;
import org.aryz.notification.AlertCommand;
import org.aryz.notification.AlertCommand.RecordBounce;
import org.aryz.notification.AlertCommand.RecordFailure;
import org.aryz.notification.AlertCommand.RecordHandedOver;
import org.aryz.notification.Delivery;
import org.aryz.notification.Route;
import org.aryz.notification.application.Channel.Outcome;
import org.aryz.notification.application.DueDeliveries.Due;
import org.aryz.servicekit.time.DatabaseClock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes due deliveries to their channels, a few at a time. A delivery keeps its place to itself, so a slow or bad
 * address holds up nobody; a mail server that is away is asked again by one delivery at a time.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int HANDS = 16;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final DueDeliveries queue;
    private final Alerts alerts;
    private final Recipients recipients;
    private final Instance<Channel> channels;
    private final DatabaseClock clock;
    private final DeliveryFigures figures;

    private final Breather breather = new Breather();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private volatile boolean more;
    private volatile boolean claimable = true;
    private volatile boolean stopped;

    public Courier(
            DueDeliveries queue,
            Alerts alerts,
            Recipients recipients,
            Instance<Channel> channels,
            DatabaseClock clock,
            DeliveryFigures figures) {
        this.queue = queue;
        this.alerts = alerts;
        this.recipients = recipients;
        this.channels = channels;
        this.clock = clock;
        this.figures = figures;
    }

    /** There may be something to do. Returns at once; may be called from anywhere, as often as one likes. */
    public void wake() {
        more = true;
        claim();
    }

    /** Takes nothing new; what is in hand is finished. */
    public void stop() {
        stopped = true;
    }

    private void claim() {
        if (stopped || !claiming.compareAndSet(false, true)) {
            return;
        }
        int free = breather.allows(HANDS, busy.get());
        if (free <= 0) {
            claiming.set(false);
            return;
        }
        more = false;
        inTime(() -> queue.claim(free)).subscribe().with(taken -> claimed(taken, free), this::notClaimed);
    }

    /** Said once, not each second. By name only: a message of the database may quote data. */
    private void notClaimed(Throwable failure) {
        if (claimable) {
            LOG.warnf(
                    "deliveries can't be claimed now and wait: %s",
                    failure.getClass().getName());
            claimable = false;
        }
        claiming.set(false);
    }

    private void claimed(List<Due> taken, int asked) {
        busy.addAndGet(taken.size());
        claimable = true;
        if (taken.size() == asked) {
            more = true;
        }
        claiming.set(false);
        taken.forEach(
                due -> inTime(() -> deliver(due)).subscribe().with(_ -> finished(), failure -> failed(due, failure)));
        claimMore();
    }

    private void finished() {
        busy.decrementAndGet();
        claimMore();
    }

    private void claimMore() {
        if (more) {
            claim();
        }
    }

    /** Whatever happens comes to an end, so that no hand stays busy for ever. */
    private static <T> Uni<T> inTime(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().<T>deferred(work).ifNoItem().after(LONGEST).fail();
    }

    /** The claim lapses by itself and the delivery comes up again, recognisable as the same message. */
    private void failed(Due due, Throwable failure) {
        LOG.warnf(
                "delivery of alert %s was not recorded: %s",
                due.alert(), failure.getClass().getName());
        finished();
    }

    private Uni<?> deliver(Due due) {
        return alerts.load(due.alert())
                .flatMap(loaded -> loaded.state() instanceof Raised alert && alert.open() && alert.awaits(due.route())
                        ? attempt(due, alert).flatMap(outcome -> conclude(due, alert, outcome))
                        : alerts.cancel(due.alert(), due.route()));
    }

    private Uni<?> conclude(Due due, Raised alert, Outcome outcome) {
        var route = due.route();
        figures.count(route.channel(), outcome);
        return switch (outcome) {
            case Outcome.Accepted _ -> record(due, alert, at -> new RecordHandedOver(route, at));
            case Outcome.Deferred it -> record(due, alert, at -> new RecordFailure(route, it.reason(), at));
            case Outcome.Refused it ->
                record(due, alert, at -> new RecordBounce(route, it.reason(), others(route), at))
                        .invoke(this::wake);
            case Outcome.Unreachable _ -> queue.giveBack(due);
        };
    }

    private Uni<?> record(Due due, Raised alert, Function<Instant, AlertCommand> command) {
        var cause = Cause.service(alert.notice().correlation(), null);
        return clock.now().flatMap(at -> alerts.execute(due.alert(), command.apply(at), cause));
    }

    private Uni<Outcome> attempt(Due due, Raised alert) {
        var recipient = recipients.find(due.route().recipient()).orElse(null);
        var channel = channel(due.route().channel());
        if (recipient == null || channel == null) {
            return Uni.createFrom().item(new Outcome.Refused("recipient-unknown"));
        }
        return channel.tell(recipient, message(due, alert)).invoke(breather::heard);
    }

    private static Message message(Due due, Raised alert) {
        var delivery = Objects.requireNonNull(alert.deliveries().get(due.route()), "awaited, so it is there");
        var passedOn = Delivery.NOT_ACKNOWLEDGED.equals(delivery.escalation());
        return new Message(due.alert(), alert.notice(), delivery.at(), passedOn);
    }

    private List<Route> others(Route bounced) {
        return recipients.fallback().stream()
                .map(recipient -> new Route(recipient.id(), bounced.channel()))
                .toList();
    }

    private @Nullable Channel channel(String code) {
        return channels.stream()
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
