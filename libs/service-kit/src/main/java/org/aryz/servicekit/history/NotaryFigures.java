package org.aryz.servicekit.history;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.aryz.eventlog.notary.Notary;
import org.aryz.eventlog.notary.WitnessStatus;

/** Whether history gets its checkpoints and witnesses take them, asked every few seconds. */
@Singleton
final class NotaryFigures {

    private static final long EVERY_MILLIS = 5_000;
    private static final String UNSEALED = "select event_log.unsealed_seconds()";

    private final Vertx vertx;
    private final Pool pool;
    private final MeterRegistry meters;
    private final AtomicReference<Double> unsealed = new AtomicReference<>(0.0);
    private long timer;

    NotaryFigures(Vertx vertx, Pool pool, MeterRegistry meters) {
        this.vertx = vertx;
        this.pool = pool;
        this.meters = meters;
    }

    void watch(Notary notary) {
        Gauge.builder("aryz.history.unsealed.age", unsealed, AtomicReference::get)
                .description("Age in seconds of the oldest event that is in no checkpoint yet")
                .register(meters);
        notary.witnesses().stream().map(WitnessStatus::name).distinct().forEach(name -> watch(notary, name));
        timer = vertx.setPeriodic(0, EVERY_MILLIS, _ -> ask());
    }

    private void watch(Notary notary, String witness) {
        Gauge.builder("aryz.history.witnesses.failing", () -> failing(notary, witness))
                .description("Whether a witness did not take the newest checkpoint from this replica")
                .tag("witness", witness)
                .register(meters);
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void ask() {
        pool.query(UNSEALED)
                .execute()
                .map(rows -> rows.iterator().next().getDouble(0))
                .subscribe()
                .with(unsealed::set, _ -> {});
    }

    /** Two witnesses of one kind share a name: as many as fail. */
    private static long failing(Notary notary, String witness) {
        return notary.witnesses().stream()
                .filter(status -> status.name().equals(witness) && status.failing())
                .count();
    }
}
