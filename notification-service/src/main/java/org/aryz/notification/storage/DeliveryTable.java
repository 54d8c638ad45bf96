package org.aryz.notification.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aryz.notification.Route;
import org.aryz.notification.application.DueDeliveries;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The queue as a table. Each call is one statement; a claim is a lease, not a lock. */
@ApplicationScoped
class DeliveryTable implements DueDeliveries {
    private static final String CLAIM = "select alert, recipient, channel from notification.claim_deliveries($1, $2)";

    /** If the claim lapsed and is another's now, the message may go out twice: under one Message-ID. */
    private static final String GIVE_BACK =
            """
            update notification.delivery set next_attempt_at = clock_timestamp()
             where alert = $1 and recipient = $2 and channel = $3 and state = 'queued'""";

    private final Pool pool;
    private final long leaseSeconds;

    DeliveryTable(Pool pool, @ConfigProperty(name = "aryz.delivery.lease") Duration lease) {
        this.pool = pool;
        this.leaseSeconds = lease.toSeconds();
    }

    @Override
    public Uni<List<Due>> claim(int limit) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(limit, (int) leaseSeconds))
                .map(DeliveryTable::due);
    }

    @Override
    public Uni<Void> giveBack(Due due) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(
                        due.alert(), due.route().recipient(), due.route().channel()))
                .replaceWithVoid();
    }

    private static List<Due> due(RowSet<Row> rows) {
        var due = new ArrayList<Due>();
        for (var row : rows) {
            due.add(new Due(row.getUUID("alert"), new Route(row.getString("recipient"), row.getString("channel"))));
        }
        return due;
    }
}
