package org.aryz.deadline.lawchange.work;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.aryz.deadline.lawchange.Effect;
import org.aryz.deadline.lawchange.Reach;
import org.jspecify.annotations.Nullable;

/** The work on changes as the database holds it. Every call blocks and is one transaction. */
final class Runs {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NOTE_EFFECTS =
            """
            insert into deadline.law_change_effect
                   (change, complaint, subject, rule, old_due_at, new_due_at, alerts, states, viewers)
            select $1, complaint, subject, rule, old_due_at, new_due_at, string_to_array(alerts, ' '),
                   string_to_array(states, ' '), string_to_array(viewers, ' ')
              from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[],
                          $8::text[], $9::text[])
                   as e (complaint, subject, rule, old_due_at, new_due_at, alerts, states, viewers)""";
    private static final String LAST_APPLIED =
            "select change, event from deadline.law_revision order by revision desc limit 1";

    private final Pool pool;

    Runs(Pool pool) {
        this.pool = pool;
    }

    /** A complaint, and its docket where the change can touch it. */
    record Place(UUID complaint, @Nullable String docket) {}

    /** What a change would do to a complaint, and who may see that. */
    record Found(UUID complaint, String viewers, Effect effect) {}

    /** A change that is law, and the event by which it became it. */
    record Applied(UUID change, UUID event) {}

    Optional<Run> next() {
        return first(query("select * from deadline.next_law_work()", Tuple.tuple()), Run::of);
    }

    void begin(UUID change, long against) {
        query("select deadline.begin_law_work($1, $2)", Tuple.of(change, against));
    }

    List<Place> dockets(Run run, Reach reach, int batch) {
        var days = reach.days();
        var countries = reach.countries().stream().map(Enum::name).toArray(String[]::new);
        var facts = reach.facts() == null ? null : reach.facts().toArray(String[]::new);
        var firsts = days == null ? null : days.stream().map(Reach.Days::first).toArray(LocalDate[]::new);
        var lasts = days == null ? null : days.stream().map(Reach.Days::last).toArray(LocalDate[]::new);
        return all(
                query(
                        "select complaint, docket from deadline.dockets($1, $2, $3, $4, $5, $6)",
                        Tuple.of(run.reached(), batch, countries, facts, firsts, lasts)),
                row -> new Place(row.getUUID(0), row.getString(1)));
    }

    /** Keeps what was found up to a complaint, unless somebody else did. */
    void done(Run run, UUID reached, long looked, List<Found> found) {
        pool.withTransaction(connection -> connection
                        .preparedQuery("select deadline.law_work_done($1, $2, $3, $4)")
                        .execute(Tuple.of(run.change(), run.reached(), reached, looked))
                        .map(rows -> rows.iterator().next().getBoolean(0))
                        .flatMap(kept -> kept && !found.isEmpty()
                                ? note(connection, run.change(), found)
                                : Uni.createFrom().voidItem()))
                .await()
                .atMost(PATIENCE);
    }

    private static Uni<Void> note(SqlClient connection, UUID change, List<Found> found) {
        var effects = found.stream().map(Found::effect).toList();
        return connection
                .preparedQuery(NOTE_EFFECTS)
                .execute(Tuple.from(List.of(
                        change,
                        found.stream().map(Found::complaint).toArray(UUID[]::new),
                        effects.stream().map(Effect::subject).toArray(UUID[]::new),
                        effects.stream().map(Effect::rule).toArray(String[]::new),
                        effects.stream().map(Effect::oldDueAt).map(Runs::time).toArray(OffsetDateTime[]::new),
                        effects.stream().map(Effect::newDueAt).map(Runs::time).toArray(OffsetDateTime[]::new),
                        effects.stream().map(Effect::alerts).map(Runs::joined).toArray(String[]::new),
                        effects.stream().map(Effect::states).map(Runs::joined).toArray(String[]::new),
                        found.stream().map(Found::viewers).toArray(String[]::new))))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }

    /** How many deadlines the dry run found to move. */
    long moves(UUID change) {
        return first(
                        query(
                                "select count(*) from deadline.law_change_effect where change = $1 and old_due_at <> new_due_at",
                                Tuple.of(change)),
                        row -> row.getLong(0))
                .orElse(0L);
    }

    void finishApplying(UUID change) {
        query("update deadline.law_change set state = 'applied' where change = $1", Tuple.of(change));
    }

    /** Has a complaint decided on once more, later. */
    void putBehind(UUID complaint) {
        query("insert into deadline.behind (complaint) values ($1) on conflict do nothing", Tuple.of(complaint));
    }

    /** Complaints that were last decided on under a law that is none any more. */
    List<UUID> behind(int batch) {
        return all(query("select complaint from deadline.behind limit $1", Tuple.of(batch)), row -> row.getUUID(0));
    }

    void caughtUp(UUID complaint) {
        query("delete from deadline.behind where complaint = $1", Tuple.of(complaint));
    }

    Optional<Applied> lastApplied() {
        return first(query(LAST_APPLIED, Tuple.tuple()), Runs::applied);
    }

    Optional<Applied> applied(UUID change) {
        return first(
                query("select change, event from deadline.law_revision where change = $1", Tuple.of(change)),
                Runs::applied);
    }

    private static Applied applied(Row row) {
        return new Applied(row.getUUID(0), row.getUUID(1));
    }

    private RowSet<Row> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(read);
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
