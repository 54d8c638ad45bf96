package org.aryz.servicekit.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.aryz.eventlog.postgres.Unavailable;

/** The one clock of all replicas: the database's, which a simulation can move. */
@Singleton
public final class DatabaseClock {

    private final Pool pool;

    DatabaseClock(Pool pool) {
        this.pool = pool;
    }

    /** Fails with a {@link org.aryz.eventlog.LogUnavailable} while the database is away, so that work in hand waits. */
    public Uni<Instant> now() {
        return pool.preparedQuery("select event_log.now()")
                .execute()
                .map(rows -> rows.iterator().next().get(OffsetDateTime.class, 0).toInstant())
                .onFailure()
                .transform(Unavailable::orRefused);
    }
}
