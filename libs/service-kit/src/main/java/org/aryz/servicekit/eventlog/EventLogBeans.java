package org.aryz.servicekit.eventlog;

import io.quarkus.arc.Unremovable;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.aryz.eventlog.Upcaster;
import org.aryz.eventlog.kafka.Parking;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.projection.Projections;
import org.aryz.eventlog.seal.TinkSealer;

/** Makes the log, its parking, its projections and the sealer of a service. */
@Singleton
public final class EventLogBeans {

    /** The log of the service's database, with every upcaster that is a bean. */
    @Produces
    @Singleton
    @Unremovable
    PostgresEventLog log(Vertx vertx, Pool pool, Instance<Upcaster> upcasters) {
        return new PostgresEventLog(vertx, pool, upcasters.stream().toList());
    }

    void close(@Disposes PostgresEventLog log) {
        log.close();
    }

    @Produces
    @Singleton
    Parking parking(Pool pool) {
        return new Parking(pool);
    }

    @Produces
    @Singleton
    Projections projections(Pool pool) {
        return new Projections(pool);
    }

    @Produces
    @Singleton
    TinkSealer sealer(Pool pool, KeySources sources) {
        return TinkSealer.with(sources.required(), pool);
    }
}
