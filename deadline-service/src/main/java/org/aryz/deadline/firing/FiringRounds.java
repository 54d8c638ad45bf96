package org.aryz.deadline.firing;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.servicekit.time.ClockGuard;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the firing of alerts going from start to end of the process, and shows by two gauges whether it keeps up. */
@Singleton
public class FiringRounds {
    private static final Duration GAUGE_EVERY = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final DueRows due;
    private final Firing firing;
    private final AtomicLong overdue = new AtomicLong();
    private long timer;

    FiringRounds(
            Vertx vertx,
            Pool pool,
            ComplaintDeadlines deadlines,
            PostgresEventLog log,
            ClockGuard clock,
            MeterRegistry meters,
            @ConfigProperty(name = "aryz.look-every") Duration lookEvery) {
        this.vertx = vertx;
        this.due = new DueRows(pool);
        this.firing = new Firing(vertx, due, deadlines::decideAgain, log::appendedElsewhere, lookEvery)
                .onlyWhile(clock::mayClaim);
        meters.gauge("aryz.firing.seconds.since.last.round", firing, rounds -> rounds.sinceLastRound()
                .toSeconds());
        meters.gauge("aryz.firing.overdue", overdue);
    }

    void start(@Observes StartupEvent event) {
        firing.start();
        timer = vertx.setPeriodic(GAUGE_EVERY.toMillis(), _ -> measure());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        firing.close();
    }

    /** Apart from the rounds: what is overdue must be seen also when they stand still. */
    private void measure() {
        due.overdue(GAUGE_EVERY).subscribe().with(overdue::set, _ -> {});
    }

    /** Time since the last round that went well. */
    public Duration sinceLastRound() {
        return firing.sinceLastRound();
    }
}
