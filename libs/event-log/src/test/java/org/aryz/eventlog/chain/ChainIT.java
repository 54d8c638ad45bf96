package org.aryz.eventlog.chain;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.Conflict;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.seal.SealedUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChainIT {
    private static final Instant LONG_AGO = Instant.parse("1937-07-02T05:06:07.123456789Z");

    private static TestDatabase database;
    private static EventLog log;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        log = database.newLog();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static AppendResult appended(Append append) {
        return log.append(append).await().indefinitely();
    }

    @Test
    void theHashOfEachEventIsChainedToTheOneBeforeItInItsStream() {
        var stream = newStream();
        var unit = new SealedUnit(UuidV7.next(), "note", new byte[] {1, 2, 3}, new byte[] {4});
        var event = new NewEvent(
                UuidV7.next(), "thing.said", 2, "{ \"a\": \"\u0416 \\\\ \ud83d\ude00\" }", List.of(unit), LONG_AGO);
        appended(append(stream, 0, 3));
        appended(Append.to(stream, 3, List.of(event), "{\"actor\":\"\u04b0\"}"));
        appended(append(stream, 4, 2));

        assertThat(versionsChained(stream)).isEqualTo(6);
    }

    @Test
    void commandsOfOneGroupAreChainedEachToItsOwnStreamAlsoWhenNeighboursAreRefused() {
        var streams = IntStream.range(0, 30).mapToObj(_ -> newStream()).toList();
        streams.forEach(stream -> appended(append(stream, 0, 2)));
        var appends = new ArrayList<Append>();
        for (var i = 0; i < streams.size(); i++) {
            appends.add(append(streams.get(i), i % 3 == 1 ? 9 : 2, 1 + i % 4));
        }

        var results = appends.stream()
                .map(append -> log.append(append).subscribeAsCompletionStage())
                .toList();

        for (var i = 0; i < streams.size(); i++) {
            assertThat(results.get(i).join() instanceof Conflict).isEqualTo(i % 3 == 1);
            assertThat(versionsChained(streams.get(i))).isEqualTo(i % 3 == 1 ? 2 : 3 + i % 4);
        }
    }

    @Test
    void eventsOfSetBasedWritersAreChainedInTheSameWay() {
        var first = newStream();
        var second = newStream();
        appended(append(second, 0, 1));
        var streams = new UUID[] {first.value(), second.value(), first.value(), second.value()};

        database.sql(
                "select event_log.record(event_log.lock(), $1, array_agg(uuidv7()), array_agg('\u0416.said'::text),"
                        + " array_agg(1), array_agg('{}'::text), array_agg('{}'::text), array_agg($2::timestamptz))"
                        + " from generate_series(1, 4)",
                streams,
                LONG_AGO.atOffset(ZoneOffset.UTC));
        appended(append(first, 2, 1));

        assertThat(versionsChained(first)).isEqualTo(3);
        assertThat(versionsChained(second)).isEqualTo(3);
    }

    @Test
    void sqlAndJavaComputeTheSameDigest() {
        appended(append(newStream(), 0, 3));
        var contents = StreamSupport.stream(
                        database.sql("select * from event_log.event").spliterator(), false)
                .toList();
        var computed = StreamSupport.stream(
                        database.sql("select event_id, event_log.content_digest(event_id, stream_id, version, type,"
                                        + " schema_version, occurred_at, data, sealed, metadata) from event_log.event")
                                .spliterator(),
                        false)
                .toList();

        assertThat(contents).hasSameSizeAs(computed);
        for (var i = 0; i < contents.size(); i++) {
            assertThat(computed.get(i).getBuffer(1).getBytes())
                    .isEqualTo(contentOf(contents.get(i)).digest());
        }
    }

    /** Recomputes the chain of a stream from what is stored; tells its version. */
    private static long versionsChained(StreamId stream) {
        var hash = Chain.start();
        var version = 0L;
        for (var row :
                database.sql("select * from event_log.event where stream_id = $1 order by version", stream.value())) {
            version++;
            hash = Chain.link(hash, contentOf(row).digest());
            assertThat(row.getLong("version")).isEqualTo(version);
            assertThat(row.getBuffer("hash").getBytes()).isEqualTo(hash);
        }
        return version;
    }

    private static Content contentOf(Row row) {
        return new Content(
                row.getUUID("event_id"),
                row.getUUID("stream_id"),
                row.getLong("version"),
                row.getString("type"),
                row.getInteger("schema_version"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("data"),
                row.getString("sealed"),
                row.getString("metadata"));
    }
}
