package org.aryz.servicekit.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds this node's clock against the database's, in real time whatever a simulation says. A node that is more than
 * {@link #ALLOWED} off may claim nothing until its clock is right again: what else it does with time, like judging tokens, can't
 * be trusted either.
 */
@Singleton
public final class ClockGuard {

    public static final Duration ALLOWED = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(ClockGuard.class);
    private static final long EVERY_MILLIS = 5_000;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);

    private final Pool pool;
    private final InstantSource node;
    private volatile @Nullable Measured latest;
    private long timer;

    /**
     * How far the node's clock is ahead of the database's.
     *
     * @param ahead as if the database had told its time in the middle of the round trip; negative if the node is behind
     * @param doubt half the round trip: no nearer is the difference known
     */
    record Measured(Duration ahead, Duration doubt) {
        boolean agrees() {
            return ahead.abs().compareTo(ALLOWED.plus(doubt)) <= 0;
        }

        double seconds() {
            return ahead.toMillis() / 1000.0;
        }
    }

    @Inject
    ClockGuard(Pool pool) {
        this(pool, InstantSource.system());
    }

    public ClockGuard(Pool pool, InstantSource node) {
        this.pool = pool;
        this.node = node;
    }

    void start(@Observes StartupEvent event, Vertx vertx, MeterRegistry meters) {
        Gauge.builder("aryz.clock.skew", this, ClockGuard::secondsAhead)
                .description("How many seconds this node's clock is ahead of the database's")
                .register(meters);
        timer = vertx.setPeriodic(1, EVERY_MILLIS, _ -> measure().subscribe().with(_ -> {}, _ -> {}));
    }

    void stop(@Observes ShutdownEvent event, Vertx vertx) {
        vertx.cancelTimer(timer);
    }

    /** Whether this node's clock was right when it was last measured; no until it ever was. */
    public boolean mayClaim() {
        var measured = latest;
        return measured != null && measured.agrees();
    }

    /** As last measured; NaN before. */
    public double secondsAhead() {
        var measured = latest;
        return measured == null ? Double.NaN : measured.seconds();
    }

    /** While the database is away the last measurement stands. */
    public Uni<Void> measure() {
        return Uni.createFrom().deferred(() -> {
            var asked = node.instant();
            var began = System.nanoTime();
            return pool.query("select clock_timestamp()")
                    .execute()
                    .ifNoItem()
                    .after(LONGEST_ANSWER)
                    .fail()
                    .map(rows ->
                            rows.iterator().next().get(OffsetDateTime.class, 0).toInstant())
                    .invoke(told -> learn(asked, Duration.ofNanos(System.nanoTime() - began), told))
                    .replaceWithVoid();
        });
    }

    private void learn(Instant asked, Duration roundTrip, Instant told) {
        var half = roundTrip.dividedBy(2);
        var measured = new Measured(Duration.between(told, asked.plus(half)), half);
        var before = latest;
        latest = measured;
        if (!measured.agrees() && (before == null || before.agrees())) {
            LOG.errorf(
                    "This node's clock is %.1f s ahead of the database's: it claims nothing until that is mended. Look at NTP",
                    measured.seconds());
        } else if (measured.agrees() && before != null && !before.agrees()) {
            LOG.info("This node's clock agrees with the database's again: it claims what is due");
        }
    }
}
