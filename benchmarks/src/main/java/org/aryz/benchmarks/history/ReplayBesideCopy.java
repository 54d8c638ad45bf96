package org.aryz.benchmarks.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.projection.Projection;
import org.aryz.eventlog.projection.Projector;
import org.aryz.eventlog.subscription.SubscriptionSettings;

/** A read model of a row per stream is built from the whole log, beside reading the log in order and doing nothing with it. */
final class ReplayBesideCopy implements Row {
    private static final int BATCH = 5_000;
    private static final String MODEL =
            """
            create table if not exists public.overview (
                stream uuid primary key, version bigint not null, type text not null, changed_at timestamptz not null)""";
    private static final String PUT =
            """
            insert into public.overview as o (stream, version, type, changed_at)
            select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::timestamptz[])
                on conflict (stream) do update set version = excluded.version, type = excluded.type,
                                                   changed_at = excluded.changed_at""";
    private static final String COPY = "copy (select * from event_log.event order by position) to stdout";

    private final StoredHistory history;

    ReplayBesideCopy(StoredHistory history) {
        this.history = history;
    }

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var rounds = new Rounds()
                .of("replay", this::replayed)
                .of("COPY to nowhere", this::copied)
                .run(scale.rounds(), progress);
        return List.of(Report.ratio(
                "replay of %,d events into a read model of a row per stream, events/s".formatted(history.events()),
                rounds.figure("replay"),
                "`COPY (select … order by position)` to nowhere",
                rounds.figure("COPY to nowhere"),
                0.25));
    }

    private double replayed() throws SQLException, InterruptedException {
        var store = history.store();
        store.execute("drop table if exists public.overview", "delete from event_log.generation");
        try (var connection = store.connect();
                var statement = connection.createStatement()) {
            statement.execute(MODEL);
        }
        var last = Long.parseLong(store.value("select max(position) from event_log.event"));
        var done = new CountDownLatch(1);
        var pool = store.pool(2);
        var begin = System.nanoTime();
        try (var log = store.log();
                var _ = new Projector(
                                log,
                                pool,
                                new Overview(last, done),
                                new SubscriptionSettings(BATCH, Duration.ofMillis(10), Duration.ofMinutes(1)))
                        .start()) {
            done.await();
            return history.events() / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /** A row per stream, in a table that is kept in one generation. */
    private record Overview(long last, CountDownLatch done) implements Projection {
        @Override
        public String name() {
            return "overview";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Uni<Void> handle(SqlConnection transaction, List<RecordedEvent> events) {
            return put(transaction, events).invoke(() -> {
                if (events.getLast().position() == last) {
                    done.countDown();
                }
            });
        }
    }

    private static Uni<Void> put(SqlConnection transaction, List<RecordedEvent> events) {
        var newest = new HashMap<UUID, RecordedEvent>();
        events.forEach(event -> newest.put(event.stream().value(), event));
        var rows = List.copyOf(newest.values());
        return transaction
                .preparedQuery(PUT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(rows.stream()
                                .map(event -> event.stream().value())
                                .toArray(UUID[]::new))
                        .addArrayOfLong(
                                rows.stream().map(RecordedEvent::version).toArray(Long[]::new))
                        .addArrayOfString(rows.stream().map(RecordedEvent::type).toArray(String[]::new))
                        .addArrayOfOffsetDateTime(rows.stream()
                                .map(event -> event.recordedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    private double copied() throws SQLException, IOException {
        try (var connection = history.store().connect()) {
            var begin = System.nanoTime();
            var rows = ImportBesideCopy.copying(connection).copyOut(COPY, OutputStream.nullOutputStream());
            return rows / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
