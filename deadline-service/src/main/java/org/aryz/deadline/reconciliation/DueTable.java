package org.aryz.deadline.reconciliation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What is armed, as the database holds it, a few complaints at a time. */
final class DueTable {
    private final Pool pool;

    DueTable(Pool pool) {
        this.pool = pool;
    }

    /** What is armed for a complaint, and the version of its stream at that moment. */
    record Armed(long version, List<ArmedRow> rows) {}

    /** The next complaints after this one: those with a history, and those that anything is armed for. */
    Uni<List<UUID>> complaintsAfter(UUID after, int atMost) {
        return pool.preparedQuery("select deadline.complaints_after($1, $2)")
                .execute(Tuple.of(after, atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toList());
    }

    Uni<Map<UUID, Armed>> armedFor(List<UUID> complaints) {
        return pool.preparedQuery("select complaint, version, rows from deadline.armed($1)")
                .execute(Tuple.of(complaints.toArray(UUID[]::new)))
                .map(rows -> {
                    var armed = new HashMap<UUID, Armed>();
                    rows.forEach(row -> armed.put(
                            row.getUUID("complaint"),
                            new Armed(row.getLong("version"), ArmedRow.list(row.getString("rows")))));
                    return armed;
                });
    }

    /** Takes away what should not be armed, unless something was decided on the complaint since. */
    Uni<Void> disarm(UUID complaint, long version, List<UUID> surplus) {
        return pool.preparedQuery("select deadline.disarm($1, $2, $3)")
                .execute(Tuple.of(complaint, version, surplus.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
