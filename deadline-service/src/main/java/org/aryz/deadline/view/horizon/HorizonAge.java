package org.aryz.deadline.view.horizon;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.aryz.deadline.view.horizon.HorizonLedger.State;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Shows how old the files are. Old files make no replica unready: they are for the hour in which none is. */
@Readiness
@Singleton
public class HorizonAge implements AsyncHealthCheck {
    private static final String NAME = "Horizon files";
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HorizonLedger ledger;
    private final HorizonSettings settings;
    private final Vertx vertx;
    private final AtomicReference<Double> age = new AtomicReference<>(Double.NaN);
    private long timer;

    HorizonAge(HorizonLedger ledger, HorizonSettings settings, Vertx vertx, MeterRegistry meters) {
        this.ledger = ledger;
        this.settings = settings;
        this.vertx = vertx;
        Gauge.builder("aryz.horizon.age.seconds", age, AtomicReference::get)
                .description("Since the files of the horizon were written; NaN if they never were")
                .strongReference(true)
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(
                0, EVERY.toMillis(), _ -> ledger.state().subscribe().with(state -> age.set(state.age()), _ -> {}));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var answer = HealthCheckResponse.named(NAME).up();
        return ledger.state()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(state -> told(answer, state))
                .onFailure()
                .recoverWithItem(answer)
                .map(HealthCheckResponseBuilder::build);
    }

    private HealthCheckResponseBuilder told(HealthCheckResponseBuilder answer, State state) {
        answer.withData("written", settings.directory().isPresent()).withData("boardIsCurrent", state.current());
        if (state.madeAt() != null) {
            answer.withData("madeAt", state.madeAt().toString())
                    .withData("ageSeconds", Math.round(state.age()))
                    .withData("rows", state.rows());
        }
        return settings.directory().isEmpty()
                ? answer.withData("next", "Set ARYZ_HORIZON_DIRECTORY to have the horizon in files")
                : answer;
    }
}
