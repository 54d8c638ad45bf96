package org.aryz.eventlog.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.postgres.PostgresEventLog;

/** Feeds generations of a projection, a batch at a time: rows and position change in one transaction, so each event counts once. */
final class Feeding {
    /** The setting is made for a row that was locked, not for one that was skipped: hence two steps. */
    private static final String CLAIM =
            """
            with claimed as materialized (
                select id, position, failure from event_log.generation
                 where projection = $1 and version = $2 and state = $3 for update skip locked
            )
            select id, position, failure is not null, set_config('aryz.generation', id::text, true) from claimed""";

    private static final String MOVE = "update event_log.generation set position = $2, failure = null where id = $1";

    private final PostgresEventLog log;
    private final Projection projection;
    private final int batchSize;

    Feeding(PostgresEventLog log, Projection projection, int batchSize) {
        this.log = log;
        this.projection = projection;
        this.batchSize = batchSize;
    }

    /**
     * How far a generation has come in this transaction.
     *
     * @param failed the batch before failed, and that is still told
     * @param more the batch was full, so there may be more events
     */
    private record Standing(int generation, long position, boolean failed, boolean more) {}

    /** A batch for the generation that serves; true if there may be more. */
    Uni<Boolean> serve(SqlConnection transaction) {
        return claim(transaction, "serving")
                .flatMap(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : feed(transaction, claimed.get()).map(Standing::more));
    }

    /** A batch for the generation that is being built; with the last one it serves in the place of the other. True if there may be more. */
    Uni<Boolean> build(SqlConnection transaction) {
        return claim(transaction, "building")
                .flatMap(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : feed(transaction, claimed.get())
                                .call(fed -> fed.more() ? Uni.createFrom().voidItem() : takeOver(transaction, fed))
                                .map(Standing::more));
    }

    private Uni<Optional<Standing>> claim(SqlConnection transaction, String state) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(projection.name(), projection.version(), state))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Standing(row.getInteger(0), row.getLong(1), row.getBoolean(2), false))
                        .findFirst());
    }

    private Uni<Standing> feed(SqlConnection transaction, Standing before) {
        return log.readAll(transaction, before.position(), batchSize).flatMap(events -> handle(transaction, events)
                .map(_ -> after(before, events))
                .call(after -> after.equals(before) ? Uni.createFrom().voidItem() : keep(transaction, after)));
    }

    private Uni<Void> handle(SqlConnection transaction, List<RecordedEvent> events) {
        return events.isEmpty() ? Uni.createFrom().voidItem() : projection.handle(transaction, events);
    }

    private Standing after(Standing before, List<RecordedEvent> events) {
        var position = events.isEmpty() ? before.position() : events.getLast().position();
        return new Standing(before.generation(), position, false, events.size() == batchSize);
    }

    private static Uni<Void> keep(SqlConnection transaction, Standing standing) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(standing.generation(), standing.position()))
                .replaceWithVoid();
    }

    /** While the other stands still, takes in what that has already and this has not, so that nobody who reads is sent back. */
    private Uni<Void> takeOver(SqlConnection transaction, Standing standing) {
        return transaction
                .preparedQuery("select event_log.may_serve($1)")
                .execute(Tuple.of(standing.generation()))
                .flatMap(rows -> rows.iterator().next().getBoolean(0)
                        ? feedToTheEnd(transaction, standing).flatMap(_ -> promote(transaction, standing))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Standing> feedToTheEnd(SqlConnection transaction, Standing standing) {
        return feed(transaction, standing)
                .flatMap(fed -> fed.more()
                        ? feedToTheEnd(transaction, fed)
                        : Uni.createFrom().item(fed));
    }

    private static Uni<Void> promote(SqlConnection transaction, Standing standing) {
        return transaction
                .preparedQuery("select event_log.promote($1)")
                .execute(Tuple.of(standing.generation()))
                .replaceWithVoid();
    }
}
