package org.aryz.deadline.reconciliation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The passes that were made, shared by all replicas: whoever asks, one runs at a time, and another replica may go on with it. */
@Singleton
public final class Reconciliations {
    private static final String BEGIN =
            """
            insert into deadline.reconciliation (reason, asked_by) values ($1, $2)
                on conflict ((true)) where finished_at is null do nothing""";
    private static final String BEGIN_IF_DUE =
            """
            insert into deadline.reconciliation (reason)
            select 'schedule' where not exists (select from deadline.reconciliation
                                                 where began_at > clock_timestamp() - $1 * interval '1 second')
                on conflict ((true)) where finished_at is null do nothing""";
    private static final String RUNNING = "select * from deadline.reconciliation where finished_at is null";
    private static final String LATEST = "select * from deadline.reconciliation order by id desc limit $1";
    private static final String ANY_WITHIN =
            """
            select exists (select from deadline.reconciliation
                            where coalesce(finished_at, began_at) > clock_timestamp() - $1 * interval '1 second')""";
    private static final String GO_ON =
            """
            update deadline.reconciliation
               set came_to = $2, checked = checked + $3, failed = failed + $4, missing = missing + $5,
                   surplus = surplus + $6, wrong_time = wrong_time + $7, altered = altered + $8
             where id = $1 and came_to < $2""";
    private static final String FINISH =
            "update deadline.reconciliation set finished_at = clock_timestamp() where id = $1 and finished_at is null";

    private final Pool pool;

    public Reconciliations(Pool pool) {
        this.pool = pool;
    }

    /** Asks for a pass and tells which runs: the one that runs already, if one does. */
    public Uni<Reconciliation> begin(String reason, @Nullable String askedBy) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(reason, askedBy))
                .chain(this::running)
                .flatMap(running -> running.map(Uni.createFrom()::item).orElseGet(() -> begin(reason, askedBy)));
    }

    /** Begins a pass if none began for that long. */
    Uni<Void> beginIfDue(Duration every) {
        return pool.preparedQuery(BEGIN_IF_DUE)
                .execute(Tuple.of((double) every.toSeconds()))
                .replaceWithVoid();
    }

    Uni<Optional<Reconciliation>> running() {
        return pool.query(RUNNING).execute().map(Reconciliations::all).map(found -> found.stream()
                .findFirst());
    }

    /** Newest first. */
    public Uni<List<Reconciliation>> latest(int limit) {
        return pool.preparedQuery(LATEST).execute(Tuple.of(limit)).map(Reconciliations::all);
    }

    /** Whether a pass ended, or began and still runs, no longer ago than that. Real time. */
    Uni<Boolean> anyWithin(Duration age) {
        return pool.preparedQuery(ANY_WITHIN)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Notes what a batch brought. A batch that two replicas looked at counts once. */
    Uni<Void> goOn(Reconciliation pass, UUID cameTo, long checked, long failed, Map<Difference, Long> found) {
        var counts = new Object[] {
            pass.id(),
            cameTo,
            checked,
            failed,
            found.getOrDefault(Difference.MISSING, 0L),
            found.getOrDefault(Difference.SURPLUS, 0L),
            found.getOrDefault(Difference.WRONG_TIME, 0L),
            found.getOrDefault(Difference.ALTERED, 0L)
        };
        return pool.preparedQuery(GO_ON).execute(Tuple.from(counts)).replaceWithVoid();
    }

    Uni<Void> finish(Reconciliation pass) {
        return pool.preparedQuery(FINISH).execute(Tuple.of(pass.id())).replaceWithVoid();
    }

    private static List<Reconciliation> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Reconciliations::read)
                .toList();
    }

    private static Reconciliation read(Row row) {
        var found = new EnumMap<Difference, Long>(Difference.class);
        for (var kind : Difference.values()) {
            found.put(kind, row.getLong(kind.column()));
        }
        return new Reconciliation(
                row.getUUID("id"),
                row.getString("reason"),
                row.getString("asked_by"),
                row.get(OffsetDateTime.class, "began_at").toInstant(),
                instant(row.get(OffsetDateTime.class, "finished_at")),
                row.getUUID("came_to"),
                row.getLong("checked"),
                found,
                row.getLong("failed"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
