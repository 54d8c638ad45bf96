package org.aryz.servicekit.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.aryz.eventlog.kafka.Relay;

/** How far publishing is behind, asked every few seconds, because a scrape must not wait for the database. */
@Singleton
public final class RelayFigures {

    private static final long EVERY_MILLIS = 5_000;

    private final Vertx vertx;
    private final MeterRegistry meters;

    RelayFigures(Vertx vertx, MeterRegistry meters) {
        this.vertx = vertx;
        this.meters = meters;
    }

    AutoCloseable watch(Relay relay) {
        var latest = new AtomicReference<>(new Relay.Status(false, 0, Duration.ZERO));
        gauge("aryz.relay.leading", "1 on the replica that publishes", latest, status -> status.leading() ? 1 : 0);
        gauge("aryz.relay.events.behind", "Events not yet published", latest, Relay.Status::behind);
        gauge(
                "aryz.relay.oldest.unpublished",
                "Age of the oldest of them in seconds",
                latest,
                status -> status.oldest().toMillis() / 1000.0);
        long timer = vertx.setPeriodic(
                0, EVERY_MILLIS, _ -> relay.status().subscribe().with(latest::set, _ -> {}));
        return () -> vertx.cancelTimer(timer);
    }

    private void gauge(
            String name,
            String description,
            AtomicReference<Relay.Status> latest,
            ToDoubleFunction<Relay.Status> figure) {
        Gauge.builder(name, latest, status -> figure.applyAsDouble(status.get()))
                .description(description)
                .strongReference(true)
                .register(meters);
    }
}
