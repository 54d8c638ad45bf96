package org.aryz.notification.application;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Wakes the courier each second: for retries, and for what another replica queued and could not deliver. */
@Singleton
class CourierRounds {
    private static final long EVERY = Duration.ofSeconds(1).toMillis();

    private final Vertx vertx;
    private final Courier courier;
    private long timer;

    CourierRounds(Vertx vertx, Courier courier) {
        this.vertx = vertx;
        this.courier = courier;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY, _ -> courier.wake());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        courier.stop();
    }
}
