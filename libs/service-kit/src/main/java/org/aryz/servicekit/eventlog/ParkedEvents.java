package org.aryz.servicekit.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Looks every second whether parked events can be taken in by themselves, because a hole before them has closed. */
@Singleton
public final class ParkedEvents {

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
    private static final long EVERY_MILLIS = 1_000;

    private final Vertx vertx;
    private final EventFlow flow;
    private final Receivers receivers;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;

    ParkedEvents(Vertx vertx, EventFlow flow, Receivers receivers) {
        this.vertx = vertx;
        this.flow = flow;
        this.receivers = receivers;
    }

    void start(@Observes StartupEvent event) {
        if (!flow.consumes().isEmpty()) {
            timer = vertx.setPeriodic(EVERY_MILLIS, _ -> look());
        }
    }

    private void look() {
        if (busy.compareAndSet(false, true)) {
            receivers
                    .goOn()
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.debugf("Parked events wait on: %s", failure.getClass()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }
}
