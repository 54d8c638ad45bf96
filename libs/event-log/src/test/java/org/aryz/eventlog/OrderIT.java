package org.aryz.eventlog;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.aryz.eventlog.AppendResult.Appended;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int COMMANDS_PER_LOG = 7_000;
    private static final int RAW_TRANSACTIONS = 800;

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aReaderSkipsNothingWhileWritersRaceAndRollBack() {
        var writers = new ArrayList<Uni<Void>>();
        for (var replica = 0; replica < 3; replica++) {
            writers.add(appending(database.newLog()));
        }
        writers.add(writingAndRollingBack());
        var writing = Uni.join().all(writers).andFailFast().replaceWithVoid().subscribeAsCompletionStage();

        var seen = readWhile(writing);

        var stored = StreamSupport.stream(
                        database.sql("select position, recorded_at from event_log.event order by position")
                                .spliterator(),
                        false)
                .toList();
        assertThat(stored).hasSizeGreaterThanOrEqualTo(40_000);
        assertThat(seen)
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(
                        stored.stream().map(row -> row.getLong(0)).toList());
        assertThat(stored)
                .extracting(row -> row.getOffsetDateTime(1))
                .as("time does not run backwards along position")
                .isSorted();
        assertThat(stored.getLast().getLong(0)).as("rollbacks left gaps").isGreaterThan(stored.size());
    }

    private static Uni<Void> appending(EventLog log) {
        return Multi.createFrom()
                .range(0, COMMANDS_PER_LOG)
                .onItem()
                .transformToUni(i -> log.append(append(newStream(), 0, 1 + i % 3))
                        .invoke(result -> assertThat(result).isInstanceOf(Appended.class)))
                .merge(64)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Writers that hold the lock for a while, as set-based firing does, and half of which roll back. */
    private static Uni<Void> writingAndRollingBack() {
        var pool = database.newPool(4);
        return Multi.createFrom()
                .range(0, RAW_TRANSACTIONS)
                .onItem()
                .transformToUni(i -> pool.withTransaction(
                                transaction -> write(transaction).invoke(() -> {
                                    if (i % 2 == 0) {
                                        throw new RollBack();
                                    }
                                }))
                        .onFailure(RollBack.class)
                        .recoverWithNull())
                .merge(4)
                .collect()
                .last()
                .replaceWithVoid();
    }

    @SuppressWarnings("serial")
    private static final class RollBack extends RuntimeException {}

    private static Uni<Void> write(SqlConnection transaction) {
        var streams = new UUID[] {UuidV7.next(), UuidV7.next()};
        return transaction
                .query("select event_log.lock()")
                .execute()
                .flatMap(rows -> transaction
                        .preparedQuery("select event_log.record($1, $2, $3, '{a,a}', '{1,1}', '{\"{}\",\"{}\"}',"
                                + " '{\"{}\",\"{}\"}', array[now(), now()]), pg_sleep($4)")
                        .execute(Tuple.of(
                                rows.iterator().next().getOffsetDateTime(0),
                                streams,
                                new UUID[] {UuidV7.next(), UuidV7.next()},
                                ThreadLocalRandom.current().nextDouble(0.003))))
                .replaceWithVoid();
    }

    /** A plain cursor, from the first moment on; it never looks back. */
    private static List<RecordedEvent> readWhile(CompletableFuture<Void> writing) {
        var log = database.newLog();
        var seen = new ArrayList<RecordedEvent>();
        boolean ended;
        List<RecordedEvent> batch;
        do {
            ended = writing.isDone();
            batch = log.readAll(seen.isEmpty() ? 0 : seen.getLast().position(), 200)
                    .await()
                    .atMost(PATIENCE);
            seen.addAll(batch);
        } while (!ended || !batch.isEmpty());
        writing.join();
        return seen;
    }
}
