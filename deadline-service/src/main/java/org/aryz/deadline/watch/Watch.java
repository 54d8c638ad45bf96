package org.aryz.deadline.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.aryz.deadline.firing.FiringRounds;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps watching from start to end of the process, and tells others each minute how far firing has come. */
@Singleton
public final class Watch {
    private static final long EVERY_MILLIS = 5_000;

    private final Vertx vertx;
    private final FiringWatch firing;
    private final SignsOfLife signs;
    private final PostgresEventLog log;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;

    Watch(Vertx vertx, FiringWatch firing, SignsOfLife signs, PostgresEventLog log) {
        this.vertx = vertx;
        this.firing = firing;
        this.signs = signs;
        this.log = log;
    }

    @Produces
    @Singleton
    static FiringWatch firing(
            Pool pool, FiringRounds rounds, @ConfigProperty(name = "aryz.watch.patience") Duration patience) {
        return new FiringWatch(pool, rounds::sinceLastRound, patience);
    }

    @Produces
    @Singleton
    static SignsOfLife signs(
            Pool pool,
            @ConfigProperty(name = "aryz.watermark.every") Duration watermark,
            @ConfigProperty(name = "aryz.canary.every") Duration canary) {
        return new SignsOfLife(pool, watermark, canary);
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        gauge(
                meters,
                "aryz.firing.behind",
                "Seconds for which firing did not get on",
                state -> state.held().toMillis() / 1000.0);
        gauge(meters, "aryz.firing.held.back.by", "Sessions that hold firing back", state -> state.holding()
                .size());
        timer = vertx.setPeriodic(1_000, EVERY_MILLIS, _ -> round());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** What fails is tried again in the next round; that it fails is seen by what then stands still. */
    private void round() {
        if (busy.compareAndSet(false, true)) {
            firing.look()
                    .chain(signs::give)
                    .invoke(told -> {
                        if (told) {
                            log.appendedElsewhere();
                        }
                    })
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(_ -> {}, _ -> {});
        }
    }

    private void gauge(
            MeterRegistry meters, String name, String description, ToDoubleFunction<FiringWatch.State> figure) {
        Gauge.builder(name, firing, watch -> figure.applyAsDouble(watch.state()))
                .description(description)
                .register(meters);
    }
}
