package org.aryz.servicekit.eventlog;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.aryz.eventlog.seal.KeyRotation;
import org.aryz.eventlog.seal.TinkSealer;
import org.jboss.logging.Logger;

/**
 * Keeps the keys of sealed units in order while a service runs: what a restored backup brought back of erased ones goes
 * again at the start, and what older key-encryption keys wrapped is wrapped by the newest.
 */
@Singleton
public final class KeyUpkeep {
    private static final Logger LOG = Logger.getLogger(KeyUpkeep.class);
    private static final long EVERY_MILLIS = 10_000;
    private static final String ERASE_AGAIN = "select sealing.erase_again()";

    private final Vertx vertx;
    private final Pool pool;
    private final AtomicLong behind = new AtomicLong();
    private final AtomicBoolean busy = new AtomicBoolean();
    private boolean erasedAgain;
    private long timer;

    KeyUpkeep(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    void start(@Observes StartupEvent event, KeySources sources, Instance<TinkSealer> sealer, MeterRegistry meters) {
        if (!sources.isThere()) {
            return;
        }
        meters.gauge("aryz.sealing.keys.behind", behind);
        var rotation = new KeyRotation(sealer.get(), pool, behind::set);
        timer = vertx.setPeriodic(1, EVERY_MILLIS, _ -> round(rotation));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void round(KeyRotation rotation) {
        if (busy.compareAndSet(false, true)) {
            eraseAgain()
                    .flatMap(_ -> rotation.round())
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.warnf("The keys will be looked after again: %s", failure.getClass()));
        }
    }

    private Uni<Void> eraseAgain() {
        return erasedAgain
                ? Uni.createFrom().voidItem()
                : pool.query(ERASE_AGAIN)
                        .execute()
                        .invoke(rows -> {
                            erasedAgain = true;
                            told(rows.iterator().next().getLong(0));
                        })
                        .replaceWithVoid();
    }

    private static void told(long keys) {
        if (keys > 0) {
            LOG.warnf("A restored backup brought %d erased keys back; they are destroyed again", keys);
        }
    }
}
