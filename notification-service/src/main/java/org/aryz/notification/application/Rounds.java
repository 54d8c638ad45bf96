package org.aryz.notification.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks again and again for what is due: retries, what another replica could not finish, and alerts that pass on. */
@Singleton
class Rounds {
    private final Vertx vertx;
    private final Courier courier;
    private final Escalations escalations;
    private final Duration every;
    private long timer;

    Rounds(
            Vertx vertx,
            Courier courier,
            Escalations escalations,
            @ConfigProperty(name = "aryz.look-every") Duration every) {
        this.vertx = vertx;
        this.courier = courier;
        this.escalations = escalations;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(every.toMillis(), _ -> {
            courier.wake();
            escalations.wake();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        courier.stop();
    }
}
