package org.aryz.servicekit.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.aryz.eventlog.sessions.OpenTransactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks for open transactions in the service's database from start to end of the process. */
@Singleton
public final class TransactionWatch {

    private static final long EVERY_MILLIS = 5_000;

    private final Vertx vertx;
    private final OpenTransactions transactions;
    private long timer;

    TransactionWatch(Vertx vertx, OpenTransactions transactions) {
        this.vertx = vertx;
        this.transactions = transactions;
    }

    @Produces
    @Singleton
    static OpenTransactions transactions(
            Pool pool, @ConfigProperty(name = "aryz.watch.idle-transaction") Duration idleAllowed) {
        return new OpenTransactions(pool, idleAllowed);
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("aryz.database.oldest.snapshot", transactions, seen -> seen.state()
                        .oldest())
                .description("Age of the oldest transaction in seconds")
                .register(meters);
        Gauge.builder("aryz.database.idle.transactions", transactions, seen -> seen.state()
                        .idle()
                        .size())
                .description("Sessions that left a transaction open")
                .register(meters);
        timer = vertx.setPeriodic(
                1_000, EVERY_MILLIS, _ -> transactions.look().subscribe().with(_ -> {}));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }
}
