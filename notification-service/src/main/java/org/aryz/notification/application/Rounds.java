package org.aryz.notification.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks each second for what is due: retries, what another replica could not finish, and alerts that pass on. */
@Singleton
class Rounds {
    private static final long EVERY = Duration.ofSeconds(1).toMillis();

    private final Vertx vertx;
    private final Courier courier;
    private final Escalations escalations;
    private long timer;

    Rounds(Vertx vertx, Courier courier, Escalations escalations) {
        this.vertx = vertx;
        this.courier = courier;
        this.escalations = escalations;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY, _ -> {
            courier.wake();
            escalations.wake();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        courier.stop();
    }
}
