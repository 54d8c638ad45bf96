package org.aryz.eventlog.projection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aryz.eventlog.postgres.Unavailable;
import org.aryz.eventlog.projection.ProjectionStatus.Generation;
import org.aryz.eventlog.projection.ProjectionStatus.Replica;
import org.jspecify.annotations.Nullable;

/** The projections of a log, whoever feeds them: how they stand, and building one anew. */
public final class Projections {
    private static final String STATUS =
            """
            select p.name, (select coalesce(max(position), 0) from event_log.event) as head, event_log.now() as at,
                   s.id as s_id, s.version as s_version, s.position as s_position, s.failure as s_failure,
                   s.started_at as s_started_at, s.serving_since as s_serving_since,
                   b.id as b_id, b.version as b_version, b.position as b_position, b.failure as b_failure,
                   b.started_at as b_started_at, b.serving_since as b_serving_since
              from event_log.projection p
              left join event_log.generation s on s.projection = p.name and s.state = 'serving'
              left join event_log.generation b on b.projection = p.name and b.state = 'building'
             order by p.name""";
    private static final String REPLICAS =
            """
            select projection, replica, version, leased_until from event_log.projector
             where leased_until > clock_timestamp() order by version desc, replica""";
    private static final String REBUILD = "select event_log.rebuild($1)";

    private final Pool pool;

    public Projections(Pool pool) {
        this.pool = pool;
    }

    /** Of all projections, by name. */
    public Uni<List<ProjectionStatus>> status() {
        return query(REPLICAS, Tuple.tuple())
                .map(rows -> stream(rows)
                        .collect(groupingBy(
                                row -> row.getString("projection"), mapping(Projections::replica, toList()))))
                .flatMap(replicas -> query(STATUS, Tuple.tuple())
                        .map(rows ->
                                stream(rows).map(row -> status(row, replicas)).toList()));
    }

    public Uni<Optional<ProjectionStatus>> status(String name) {
        return status().map(all ->
                all.stream().filter(each -> each.name().equals(name)).findFirst());
    }

    /**
     * Has a projection built anew beside what serves, unless one is being built already, and tells which generation that is;
     * empty if there is no projection of this name.
     */
    public Uni<Optional<Integer>> rebuild(String name) {
        return query(REBUILD, Tuple.of(name))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getInteger(0)));
    }

    private static ProjectionStatus status(Row row, Map<String, List<Replica>> replicas) {
        var name = row.getString("name");
        return new ProjectionStatus(
                name,
                row.getLong("head"),
                instant(row, "at"),
                generation(row, "s_"),
                generation(row, "b_"),
                replicas.getOrDefault(name, List.of()));
    }

    private static @Nullable Generation generation(Row row, String which) {
        var id = row.getInteger(which + "id");
        return id == null
                ? null
                : new Generation(
                        id,
                        row.getInteger(which + "version"),
                        row.getLong(which + "position"),
                        row.getString(which + "failure"),
                        instant(row, which + "started_at"),
                        row.getOffsetDateTime(which + "serving_since") == null
                                ? null
                                : instant(row, which + "serving_since"));
    }

    private static Replica replica(Row row) {
        return new Replica(row.getUUID("replica"), row.getInteger("version"), instant(row, "leased_until"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).onFailure().transform(Unavailable::orRefused);
    }
}
