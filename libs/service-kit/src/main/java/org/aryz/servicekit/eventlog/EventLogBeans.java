package org.aryz.servicekit.eventlog;

import io.quarkus.arc.Unremovable;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.aryz.eventlog.Upcaster;
import org.aryz.eventlog.kafka.Parking;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.eventlog.seal.TinkSealer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the log, its parking and the sealer of a service. */
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
    Sealer sealer(Pool pool, @ConfigProperty(name = "aryz.key-file") Optional<Path> keyFile) {
        Path file = keyFile.orElseThrow(
                () -> new IllegalStateException("Set ARYZ_KEY_FILE to the file of the key-encryption key"));
        return TinkSealer.withKeyFile(file, pool);
    }
}
