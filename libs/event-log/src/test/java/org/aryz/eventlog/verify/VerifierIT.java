package org.aryz.eventlog.verify;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newSigner;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.notary.Notary;
import org.aryz.eventlog.notary.NotarySettings;
import org.aryz.eventlog.notary.Witness;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who owns the database changes what happened, in each way there is; the verifier names the event. */
class VerifierIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int STREAMS = 100;
    private static final int EVENTS = 4 * STREAMS;

    /** The event that is tampered with: the second of its stream, in the second tile. */
    private static final String VICTIM =
            "(select position from event_log.event where version = 2 order by position offset 60 limit 1)";

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = database.newLog();
    private final NoteSigner signer = newSigner();
    private final List<String> witness = new CopyOnWriteArrayList<>();
    private long position;

    @BeforeEach
    void sealHistory() {
        var streams = new ArrayList<StreamId>();
        for (var i = 0; i < STREAMS; i++) {
            streams.add(newStream());
        }
        appendToEach(streams, 0, 1);
        seal(STREAMS);
        appendToEach(streams, 1, 3);
        seal(EVENTS);
        position = database.number("select " + VICTIM);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void appendToEach(List<StreamId> streams, long version, int events) {
        var results = new ArrayList<CompletionStage<?>>();
        streams.forEach(stream ->
                results.add(log.append(append(stream, version, events)).subscribeAsCompletionStage()));
        results.forEach(result -> result.toCompletableFuture().join());
    }

    private void seal(long size) {
        Witness keeping = witness::add;
        var settings = new NotarySettings(Duration.ofMillis(20), 300, Duration.ofSeconds(5));
        try (var _ = new Notary(database.newPool(1), signer, List.of(keeping), settings).start()) {
            Patience.until("all is sealed", SOON, () -> witness.stream()
                    .anyMatch(note -> signer.publicKey().open(note).size() == size));
        }
    }

    private Verdict verify(String... notes) throws SQLException {
        return new Verifier(signer.publicKey(), List.of(notes), _ -> {}).verify(database::connectAsSuperuser);
    }

    /** As the owner of the server may: no trigger fires. */
    private void tamper(String... statements) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("alter table event_log.event alter position drop identity if exists");
            for (var sql : statements) {
                assertThat(statement.execute(sql.replace("$victim", Long.toString(position))))
                        .as(sql)
                        .isFalse();
            }
        }
    }

    private void assertFound(Fault fault, Verdict verdict) {
        var finding = verdict.finding().orElseThrow();
        assertThat(finding.fault()).as(finding.text()).isEqualTo(fault);
        assertThat(finding.position()).as(finding.text()).isEqualTo(position);
        assertThat(finding.text()).contains("position " + position);
    }

    private String eventAt(long at) {
        return database.sql("select event_id from event_log.event where position = $1", at)
                .iterator()
                .next()
                .getUUID(0)
                .toString();
    }

    @Test
    void aHistoryThatNobodyTouchedIsSoundAlsoWithWhatIsNotSealedYet() throws SQLException {
        appendToEach(List.of(newStream(), newStream()), 0, 2);

        var verdict = verify(witness.toArray(String[]::new));

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.events()).isEqualTo(EVENTS + 4);
        assertThat(verdict.sealed()).isEqualTo(EVENTS);
        assertThat(verdict.streams()).isEqualTo(STREAMS + 2);
        assertThat(verdict.checkpoints())
                .isEqualTo(witness.size() + database.number("select count(*) from event_log.checkpoint"));
    }

    @Test
    void aChangedByteIsFound() throws SQLException {
        for (var column : List.of(
                "data = replace(data, '1', '2')",
                "metadata = metadata || ' '",
                "type = type || 's'",
                "occurred_at = occurred_at + interval '1 microsecond'",
                "event_id = uuidv7()",
                "sealed = ''",
                "schema_version = 2",
                "hash = sha256(hash)")) {
            tamper(
                    "create table event_log.kept as select * from event_log.event where position = $victim",
                    "update event_log.event set " + column + " where position = $victim");

            assertFound(Fault.CHANGED, verify());

            tamper(
                    "delete from event_log.event where position = $victim",
                    "insert into event_log.event select * from event_log.kept",
                    "drop table event_log.kept");
            assertThat(verify().isSound()).isTrue();
        }
    }

    @Test
    void aChangedEventWhoseHashWasMadeToFitIsFound() throws SQLException {
        tamper("update event_log.event set data = '{}' where position = $victim", rechained("position = $victim"));

        assertFound(Fault.REPLACED, verify());
    }

    @Test
    void aDeletedEventIsFound() throws SQLException {
        tamper("delete from event_log.event where position = $victim");

        assertFound(Fault.DELETED, verify());
    }

    @Test
    void aDeletedTailIsFound() throws SQLException {
        position = database.number("select min(position) from (select position from event_log.event"
                + " order by position desc limit 3) last");
        tamper("delete from event_log.event where position >= $victim");

        assertFound(Fault.DELETED_TAIL, verify());
    }

    @Test
    void aTailDeletedWithTheTreeAndTheCheckpointsOverItIsFoundByWhatAWitnessKept() throws SQLException {
        tamper(
                "delete from event_log.event where version > 1",
                "delete from event_log.checkpoint where size > " + STREAMS,
                "delete from event_log.leaf_run where tile > 0",
                "delete from event_log.tile where index > 0 or level > 0",
                "update event_log.leaf_run set positions = positions[:100], recorded_at = recorded_at[:100]",
                "update event_log.tile set hashes = substr(hashes, 1, 3200)");
        assertThat(verify().isSound()).isTrue();

        var finding = verify(witness.getLast()).finding().orElseThrow();

        assertThat(finding.fault()).isEqualTo(Fault.DELETED_TAIL);
        assertThat(finding.text()).contains("vouches for " + EVENTS).contains("has " + STREAMS);
    }

    @Test
    void swappedEventsAreFound() throws SQLException {
        var other = database.number("select max(position) from event_log.event where version = 3");
        var first = eventAt(position);
        var second = eventAt(other);
        tamper(
                "update event_log.event set position = -1 where position = $victim",
                "update event_log.event set position = $victim where position = " + other,
                "update event_log.event set position = " + other + " where position = -1");

        var verdict = verify();

        assertFound(Fault.SWAPPED, verdict);
        assertThat(verdict.finding().orElseThrow().text()).contains(first).contains(second);
    }

    /** A gap in the positions, as a rolled-back append leaves it, takes an event that is chained as it should be. */
    @Test
    void anInsertedEventIsFoundAlsoAtTheEndOfItsStreamAndWellChained() throws SQLException {
        var stream = newStream();
        database.sql("select nextval(pg_get_serial_sequence('event_log.event', 'position'))");
        appendToEach(List.of(stream, newStream()), 0, 1);
        seal(EVENTS + 2);
        position = database.number("select min(position) - 1 from event_log.event where position > " + EVENTS);
        tamper(
                """
                insert into event_log.event
                select $victim, uuidv7(), stream_id, 5, type, 1, data, null, metadata, occurred_at, recorded_at, hash
                  from event_log.event where version = 4 order by position limit 1""",
                rechained("position = $victim"));

        assertFound(Fault.INSERTED, verify());
    }

    @Test
    void aReplacedStreamIsFound() throws SQLException {
        position = database.number("select min(position) from event_log.event where version = 1");
        tamper(
                "create table event_log.new as select * from event_log.event where stream_id ="
                        + " (select stream_id from event_log.event where position = $victim)",
                "update event_log.new set event_id = uuidv7(), data = '{\"size\": 9}'",
                "delete from event_log.event where position in (select position from event_log.new)",
                "insert into event_log.event select * from event_log.new",
                rechained("stream_id = (select stream_id from event_log.event where position = $victim)"));

        var verdict = verify();

        assertFound(Fault.REPLACED, verdict);
        assertThat(verdict.finding().orElseThrow().text()).contains("the whole stream");
    }

    @Test
    void aForgedTimeIsFound() throws SQLException {
        tamper(
                "update event_log.event set recorded_at = recorded_at + interval '1 microsecond' where position = $victim");

        assertFound(Fault.FORGED_TIME, verify());
    }

    @Test
    void aForgedPositionIsFound() throws SQLException {
        tamper("update event_log.event set position = 1000000 where position = $victim");

        assertFound(Fault.FORGED_POSITION, verify());
    }

    @Test
    void aTreeThatWasMadeToFitDisagreesWithTheCheckpoints() throws SQLException {
        tamper(
                "update event_log.event set recorded_at = recorded_at + interval '1 second' where position = $victim",
                """
                update event_log.tile t set hashes = (
                    select string_agg(sha256('\\x00' || int8send(e.position)
                               || int8send((extract(epoch from e.recorded_at) * 1000000)::bigint) || e.hash), '' order by e.position)
                      from event_log.leaf_run r, unnest(r.positions) p join event_log.event e on e.position = p
                     where r.tile = t.index)
                 where level = 0""");

        var finding = verify().finding().orElseThrow();

        assertThat(finding.fault()).isEqualTo(Fault.NOT_AS_SIGNED);
        assertThat(finding.text()).contains("among the leaves " + STREAMS + " to ");
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() throws SQLException {
        var forged = newSigner().sign(EVENTS, new byte[32]);

        assertThat(verify(forged).finding().orElseThrow().fault()).isEqualTo(Fault.BAD_CHECKPOINT);
    }

    @Test
    void aStoreThatCannotBeReachedIsAFailure() {
        var verifier = new Verifier(signer.publicKey(), List.of(), _ -> {});

        assertThatThrownBy(() -> verifier.verify(
                        () -> DriverManager.getConnection("jdbc:postgresql://localhost:1/none?connectTimeout=2")))
                .isInstanceOf(SQLException.class);
    }

    /** Makes the hashes of events fit to what they say now, from the first version of each stream upwards. */
    private static String rechained(String events) {
        return """
                do $$ declare e record; begin
                    for e in select * from event_log.event where %s order by version loop
                        update event_log.event set hash = event_log.link(null,
                               coalesce((select hash from event_log.event where stream_id = e.stream_id and version = e.version - 1),
                                        decode(repeat('00', 32), 'hex')),
                               event_log.content_digest(event_id, stream_id, version, type, schema_version, occurred_at,
                                                        data, sealed, metadata))
                         where position = e.position;
                    end loop;
                end $$"""
                .formatted(events);
    }
}
