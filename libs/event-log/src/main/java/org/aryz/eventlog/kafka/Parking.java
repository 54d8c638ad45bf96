package org.aryz.eventlog.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.eventlog.postgres.Unavailable;

/**
 * What could not be taken in yet, kept in the database of the log: parked events in their lanes, and dead letters. The
 * database decides, under the log's lock, so replicas and consumers that lost their partitions can't disagree.
 */
public final class Parking {
    private static final String PARK = "select event_log.park($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    private static final String BURY =
            """
            insert into event_log.dead_letter (topic, "partition", "offset", subject, type, reason, header_names,
                                               header_values, value, died_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, event_log.now())
            on conflict on constraint dead_letter_origin_unique do nothing""";
    private static final String NEXT =
            """
            select p.topic, p."partition", p."offset", p.subject, p.value, p.header_names, p.header_values
              from event_log.parked_lane l join event_log.parked_event p on p.n = l.next
             where l.topic = $1 and l.subject = $2""";
    private static final String READY =
            "select topic, subject from event_log.parked_lane where next is not null and reason in ('hole', 'behind')";
    private static final String LANES =
            """
            select topic, subject, events, since, reason, type from event_log.parked_lane
             where (topic, subject) > ($1, $2) order by topic, subject limit $3""";
    private static final String LANES_OF = "select topic, subject, events, since, reason, type"
            + " from event_log.parked_lane where subject = $1 order by topic";
    private static final String DEAD =
            """
            select id, topic, "partition", "offset", subject, type, reason, died_at, source is not null
              from event_log.dead_letter where settled_at is null and""";
    private static final String DEAD_RECORD =
            """
            select topic, "partition", "offset", subject, value, header_names, header_values
              from event_log.dead_letter where id = $1 and settled_at is null""";
    private static final String COUNTS = "select (select count(*) from event_log.dead_letter where settled_at is null),"
            + " (select count(distinct lane) from event_log.waiting_event)";

    /** How much could not be taken in. */
    public record Counts(long deadLetters, long parkedLanes) {}

    /** What became of an event that was to be parked. */
    enum Parked {
        /** It is, or was already. */
        PARKED,
        /** It was taken in meanwhile. */
        RECEIVED,
        /** What it had to wait for is there now. */
        FREE
    }

    private final Pool pool;

    public Parking(Pool pool) {
        this.pool = pool;
    }

    /** Parks an event if it must wait for its turn. */
    Uni<Parked> awaitTurn(ConsumerRecord<String, byte[]> record, Place place) {
        return park(record, place, "hole", false);
    }

    /** Parks an event that can't be taken in, whatever its turn; what is at fault is a dead letter as well. */
    Uni<Parked> park(ConsumerRecord<String, byte[]> record, Place place, Taking.Result.LeftOut why) {
        return park(record, place, why.code(), why.fault());
    }

    private Uni<Parked> park(ConsumerRecord<String, byte[]> record, Place place, String reason, boolean fault) {
        var what = origin(record)
                .addString(place.lane().subject())
                .addString(place.source())
                .addLong(place.sequence())
                .addString(place.type())
                .addString(reason)
                .addBoolean(fault);
        return query(PARK, StoredRecord.addTo(what, record))
                .map(rows -> Parked.valueOf(rows.iterator().next().getString(0).toUpperCase(Locale.ROOT)));
    }

    /** Keeps a dead letter that belongs to no lane. */
    Uni<Void> bury(ConsumerRecord<String, byte[]> record, String reason) {
        var what = origin(record)
                .addString(EventDecoding.subject(record).orElse(null))
                .addString(EventDecoding.type(record).orElse(null))
                .addString(reason);
        return query(BURY, StoredRecord.addTo(what, record)).replaceWithVoid();
    }

    /** The event whose turn it is in a parked lane; empty if it has not come, or nothing is parked there. */
    Uni<Optional<ConsumerRecord<String, byte[]>>> next(Lane lane) {
        return query(NEXT, Tuple.of(lane.topic(), lane.subject())).map(rows -> first(rows, StoredRecord::read));
    }

    /** The record of a dead letter that is not settled; empty if there is none with this id. */
    public Uni<Optional<ConsumerRecord<String, byte[]>>> deadRecord(long id) {
        return query(DEAD_RECORD, Tuple.of(id)).map(rows -> first(rows, StoredRecord::read));
    }

    Uni<Void> settle(long id) {
        return query("update event_log.dead_letter set settled_at = event_log.now() where id = $1", Tuple.of(id))
                .replaceWithVoid();
    }

    /** The lanes that can go on by themselves, because what they waited for was taken in. */
    public Uni<List<Lane>> ready() {
        return query("select event_log.sweep_parking()", Tuple.tuple())
                .chain(() -> query(READY, Tuple.tuple()))
                .map(rows -> all(rows, row -> new Lane(row.getString(0), row.getString(1))));
    }

    /** Lanes after the given one, by topic and subject. */
    public Uni<List<ParkedLane>> lanes(Lane after, int limit) {
        return query(LANES, Tuple.of(after.topic(), after.subject(), limit)).map(rows -> all(rows, Parking::lane));
    }

    public Uni<List<ParkedLane>> lanesOf(String subject) {
        return query(LANES_OF, Tuple.of(subject)).map(rows -> all(rows, Parking::lane));
    }

    /** Dead letters that are not settled, by id. */
    public Uni<List<DeadLetter>> deadLetters(long afterId, int limit) {
        return query(DEAD + " id > $1 order by id limit $2", Tuple.of(afterId, limit))
                .map(rows -> all(rows, Parking::deadLetter));
    }

    /** Empty if it is settled, or was never there. */
    public Uni<Optional<DeadLetter>> deadLetter(long id) {
        return query(DEAD + " id = $1", Tuple.of(id)).map(rows -> first(rows, Parking::deadLetter));
    }

    public Uni<Counts> counts() {
        return query(COUNTS, Tuple.tuple()).map(rows -> first(rows, row -> new Counts(row.getLong(0), row.getLong(1)))
                .orElseThrow());
    }

    private static Tuple origin(ConsumerRecord<String, byte[]> record) {
        return Tuple.of(record.topic(), record.partition(), record.offset());
    }

    private static ParkedLane lane(Row row) {
        return new ParkedLane(
                new Lane(row.getString(0), row.getString(1)),
                row.getLong(2),
                row.getOffsetDateTime(3).toInstant(),
                row.getString(4),
                row.getString(5));
    }

    private static DeadLetter deadLetter(Row row) {
        return new DeadLetter(
                row.getLong(0),
                row.getString(1),
                row.getInteger(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getOffsetDateTime(7).toInstant(),
                row.getBoolean(8));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
        return all(rows, read).stream().findFirst();
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).onFailure().transform(Unavailable::orRefused);
    }
}
