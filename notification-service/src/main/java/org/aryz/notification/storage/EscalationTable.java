package org.aryz.notification.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.aryz.notification.application.DueEscalations;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What waits for an acknowledgement, as a table; a claim is a lease, not a lock. */
@ApplicationScoped
class EscalationTable implements DueEscalations {
    private static final String CLAIM = "select alert from notification.claim_escalations($1, $2) as alert";

    private final Pool pool;
    private final int leaseSeconds;

    EscalationTable(Pool pool, @ConfigProperty(name = "aryz.escalation.lease") Duration lease) {
        this.pool = pool;
        this.leaseSeconds = (int) lease.toSeconds();
    }

    @Override
    public Uni<List<UUID>> claim(int limit) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(limit, leaseSeconds)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .toList());
    }
}
