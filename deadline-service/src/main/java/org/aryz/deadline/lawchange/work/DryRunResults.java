package org.aryz.deadline.lawchange.work;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.aryz.deadline.lawchange.Effect;
import org.jspecify.annotations.Nullable;

/** What dry runs have found out so far, and how far they and the work after them have come. */
@Singleton
public final class DryRunResults {
    private static final String COUNTS =
            """
            select count(distinct complaint) as complaints,
                   count(*) filter (where old_due_at <> new_due_at) as moved,
                   count(*) filter (where old_due_at is null and new_due_at is not null) as opened,
                   count(*) filter (where old_due_at is not null and new_due_at is null) as ended,
                   coalesce(sum(cardinality(alerts)), 0) as alerts
              from deadline.law_change_effect where change = $1""";
    private static final String BY_DAYS =
            """
            select round(extract(epoch from new_due_at - old_due_at) / 86400)::int, count(*)
              from deadline.law_change_effect where change = $1 and old_due_at <> new_due_at group by 1""";
    private static final String BY_STATE =
            """
            select state, count(*) from deadline.law_change_effect, unnest(states) as state
             where change = $1 group by 1""";
    private static final String PAGE =
            """
            select * from deadline.law_change_effect
             where change = $1 and (complaint, subject) > ($2, $3) and ($4::text is null or $4 = any (viewers))
             order by complaint, subject limit $5""";

    private final Pool pool;

    DryRunResults(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a change would do in all.
     *
     * @param byDays how many deadlines move by so many days, later or (negative) earlier
     * @param byState how many deadlines or complaints would become what
     */
    public record Totals(
            long complaints,
            long moved,
            long opened,
            long ended,
            long alerts,
            SortedMap<Integer, Long> byDays,
            SortedMap<String, Long> byState) {}

    /** What a change would do to one deadline of a complaint. */
    public record OfComplaint(UUID complaint, Effect effect) {}

    /** The work on each change. */
    public Uni<List<Run>> runs() {
        return pool.preparedQuery("select * from deadline.law_change order by n")
                .execute()
                .map(rows -> all(rows, Run::of));
    }

    public Uni<Optional<Run>> run(UUID change) {
        return pool.preparedQuery("select * from deadline.law_change where change = $1")
                .execute(Tuple.of(change))
                .map(rows -> all(rows, Run::of).stream().findFirst());
    }

    public Uni<Totals> totals(UUID change) {
        var id = Tuple.of(change);
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(COUNTS).execute(id),
                        pool.preparedQuery(BY_DAYS).execute(id),
                        pool.preparedQuery(BY_STATE).execute(id))
                .asTuple()
                .map(found -> totals(
                        found.getItem1().iterator().next(),
                        counted(found.getItem2(), row -> row.getInteger(0)),
                        counted(found.getItem3(), row -> row.getString(0))));
    }

    private static Totals totals(Row row, SortedMap<Integer, Long> byDays, SortedMap<String, Long> byState) {
        return new Totals(
                row.getLong("complaints"),
                row.getLong("moved"),
                row.getLong("opened"),
                row.getLong("ended"),
                row.getLong("alerts"),
                byDays,
                byState);
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> counted(RowSet<Row> rows, Function<Row, K> key) {
        var counted = new TreeMap<K, Long>();
        rows.forEach(row -> counted.put(key.apply(row), row.getLong(1)));
        return counted;
    }

    /**
     * What would become of the deadlines of complaints, in the order of complaint and deadline.
     *
     * @param viewer whose complaints are shown; null for those of everybody
     */
    public Uni<List<OfComplaint>> page(
            UUID change, UUID afterComplaint, UUID afterSubject, @Nullable String viewer, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(change, afterComplaint, afterSubject, viewer, limit))
                .map(rows -> all(rows, row -> new OfComplaint(row.getUUID("complaint"), effect(row))));
    }

    private static Effect effect(Row row) {
        return new Effect(
                row.getUUID("subject"),
                row.getString("rule"),
                instant(row, "old_due_at"),
                instant(row, "new_due_at"),
                List.of(row.getArrayOfStrings("alerts")),
                List.of(row.getArrayOfStrings("states")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.get(OffsetDateTime.class, column);
        return time == null ? null : time.toInstant();
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
