package org.aryz.servicekit.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.aryz.eventlog.projection.Projection;
import org.aryz.eventlog.projection.ProjectionStatus;
import org.aryz.eventlog.projection.Projections;

/** How far projections have come, asked every few seconds, because a scrape must not wait for the database. */
@Singleton
public final class ProjectionFigures {

    private static final long EVERY_MILLIS = 5_000;

    private final Vertx vertx;
    private final Projections projections;
    private final MeterRegistry meters;

    ProjectionFigures(Vertx vertx, Projections projections, MeterRegistry meters) {
        this.vertx = vertx;
        this.projections = projections;
        this.meters = meters;
    }

    AutoCloseable watch(Projection projection) {
        var latest = new AtomicReference<Optional<ProjectionStatus>>(Optional.empty());
        String name = projection.name();
        gauge(
                "aryz.projection.position",
                "Position of the last event that what serves has taken in",
                name,
                latest,
                status -> status.serving() == null ? 0 : status.serving().position());
        gauge(
                "aryz.projection.lag",
                "Positions that it has not taken in",
                name,
                latest,
                status -> status.serving() == null ? status.head() : status.behind(status.serving()));
        gauge(
                "aryz.projection.building",
                "1 while it is built anew",
                name,
                latest,
                status -> status.building() == null ? 0 : 1);
        long timer = vertx.setPeriodic(
                0, EVERY_MILLIS, _ -> projections.status(name).subscribe().with(latest::set, _ -> {}));
        return () -> vertx.cancelTimer(timer);
    }

    private void gauge(
            String name,
            String description,
            String projection,
            AtomicReference<Optional<ProjectionStatus>> latest,
            ToDoubleFunction<ProjectionStatus> figure) {
        Gauge.builder(name, latest, status -> status.get()
                        .map(figure::applyAsDouble)
                        .orElse(Double.NaN))
                .description(description)
                .tag("projection", projection)
                .strongReference(true)
                .register(meters);
    }
}
