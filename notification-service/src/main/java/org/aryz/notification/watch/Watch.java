package org.aryz.notification.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.aryz.notification.application.Alarm.Kind;
import org.aryz.notification.application.Channel.Outcome;
import org.aryz.notification.mail.HouseMail;
import org.jspecify.annotations.Nullable;

/**
 * Looks every few seconds for the signs of life that the deadline service gives, takes canaries to their mailbox, and has alarms
 * stand while signs are missed. A replica that has just started waits as long as it is patient before it misses any.
 */
@Singleton
public class Watch {
    private static final long EVERY_MILLIS = 2_000;
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final WatchTable table;
    private final Alarms alarms;
    private final HouseMail mail;
    private final WatchSettings settings;
    private final long began = System.nanoTime();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile SignsOfLife latest = SignsOfLife.NONE;
    private long timer;

    Watch(Vertx vertx, WatchTable table, Alarms alarms, HouseMail mail, WatchSettings settings) {
        this.vertx = vertx;
        this.table = table;
        this.alarms = alarms;
        this.mail = mail;
        this.settings = settings;
    }

    SignsOfLife latest() {
        return latest;
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        gauge(meters, "aryz.watermark.standing", "Seconds since the watermark of firing moved", SignsOfLife::standing);
        gauge(
                meters,
                "aryz.watermark.alarm",
                "1 while it has stood still for too long",
                signs -> signs.watermarkAlarm() ? 1 : 0);
        if (settings.canaryMailbox().isPresent()) {
            gauge(meters, "aryz.canary.lateness", "Seconds by which the last canary was late", SignsOfLife::lateness);
            gauge(meters, "aryz.canary.unseen", "Seconds since a canary arrived", SignsOfLife::unseen);
            gauge(meters, "aryz.canary.alarm", "1 while one is missed", signs -> signs.canaryAlarm() ? 1 : 0);
        }
        timer = vertx.setPeriodic(EVERY_MILLIS, _ -> round());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** What fails, because the database is away, is tried again in the next round. */
    private void round() {
        if (busy.compareAndSet(false, true)) {
            settings.canaryMailbox()
                    .map(this::sendCanary)
                    .orElseGet(() -> Uni.createFrom().voidItem())
                    .chain(this::settle)
                    .chain(alarms::sendLetters)
                    .chain(table::signs)
                    .ifNoItem()
                    .after(LONGEST_ROUND)
                    .fail()
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(signs -> latest = signs, _ -> {});
        }
    }

    private Uni<Void> sendCanary(String mailbox) {
        return table.claimCanary().flatMap(found -> found.map(canary -> mail.send(mailbox, canary.id(), canary.dueAt())
                        .flatMap(outcome -> outcome instanceof Outcome.Accepted
                                ? table.arrived(canary)
                                : Uni.createFrom().voidItem()))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> settle() {
        return settle(Kind.WATERMARK, settings.watermarkPatience())
                .chain(() -> settle(Kind.CANARY, settings.longestWithoutCanary().orElse(null)));
    }

    private Uni<Void> settle(Kind kind, @Nullable Duration patience) {
        var mayRaise = patience != null && System.nanoTime() - began > patience.toNanos();
        return alarms.settle(kind, patience, mayRaise);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<SignsOfLife> figure) {
        Gauge.builder(name, this, watch -> figure.applyAsDouble(watch.latest()))
                .description(description)
                .register(meters);
    }
}
