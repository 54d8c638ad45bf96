package org.aryz.eventlog.projection;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.projection.ProjectionStatus.Generation;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectorIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final SubscriptionSettings FAST = new SubscriptionSettings(20, Duration.ofMillis(20), LEASE);

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private TestDatabase database;
    private PostgresEventLog log;
    private Projections projections;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        log = database.newLog();
        projections = new Projections(database.pool());
        database.sql("create table seen_row (generation int not null, position bigint not null, made_by int not null,"
                + " primary key (generation, position))");
        database.sql("select event_log.keep_in_generations('seen', 'public.seen')");
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : toClose.reversed()) {
            each.close();
        }
        database.close();
    }

    /** Notes the position of each event, and which version noted it. */
    private record Seen(int version, Function<List<RecordedEvent>, Uni<Void>> atTheEnd) implements Projection {
        @Override
        public String name() {
            return "seen";
        }

        @Override
        public Uni<Void> handle(SqlConnection transaction, List<RecordedEvent> events) {
            return transaction
                    .preparedQuery("insert into seen (position, made_by) values ($1, $2)")
                    .executeBatch(events.stream()
                            .map(event -> Tuple.of(event.position(), version))
                            .toList())
                    .flatMap(_ -> atTheEnd.apply(events));
        }
    }

    private Projector replica(int version, Consumer<List<RecordedEvent>> atTheEnd) {
        return waitingReplica(version, events -> Uni.createFrom().voidItem().invoke(() -> atTheEnd.accept(events)));
    }

    private Projector waitingReplica(int version, Function<List<RecordedEvent>, Uni<Void>> atTheEnd) {
        var projector = new Projector(log, database.pool(), new Seen(version, atTheEnd), FAST);
        log.onAppended(projector::nudge);
        toClose.add(projector);
        return projector.start();
    }

    private Projector replica(int version) {
        return replica(version, _ -> {});
    }

    private void appendMany(int count) {
        IntStream.range(0, count)
                .mapToObj(_ -> log.append(append(newStream(), 0, 1)).subscribeAsCompletionStage())
                .toList()
                .forEach(CompletableFuture::join);
    }

    private ProjectionStatus status() {
        return projections.status("seen").await().atMost(SOON).orElseThrow();
    }

    private Generation serving() {
        return Objects.requireNonNull(status().serving());
    }

    private Generation building() {
        return Objects.requireNonNull(status().building());
    }

    private long seenBy(int version) {
        return database.number("select count(*) from seen where made_by = $1", version);
    }

    private void untilAllIsSeenBy(int version, int events) {
        Patience.until("version " + version + " has seen all", SOON, () -> seenBy(version) == events);
    }

    private void untilBuilt() {
        Patience.until("all is built", SOON, () -> {
            var status = status();
            return status.building() != null && status.behind(status.building()) == 0;
        });
    }

    private void untilServing(int version) {
        Patience.until(
                "version " + version + " serves",
                SOON,
                () -> database.number(
                                "select count(*) from event_log.generation where state = 'serving' and version = $1",
                                version)
                        == 1);
    }

    @Test
    void eachEventCountsOnceAlsoWhenReplicasShareTheWorkAndBatchesFail() {
        var batches = new AtomicInteger();
        for (var i = 0; i < 3; i++) {
            replica(1, _ -> {
                if (batches.incrementAndGet() % 5 == 0) {
                    throw new IllegalStateException("after the rows were written");
                }
            });
        }

        appendMany(500);

        untilAllIsSeenBy(1, 500);
        assertThat(batches.get()).isGreaterThan(5);
        var status = status();
        assertThat(status.replicas()).hasSize(3);
        assertThat(serving().position()).isEqualTo(status.head());
        assertThat(database.number("select count(*) from event_log.generation")).isOne();
    }

    @Test
    void whatServesIsKeptUpUntilANewVersionHasComeAsFarAndReadersSeeOneOfThem() throws Exception {
        appendMany(300);
        var older = replica(1);
        untilAllIsSeenBy(1, 300);
        var reader = new Reader();

        replica(2);
        untilBuilt();
        appendMany(100);
        untilAllIsSeenBy(1, 400);
        untilBuilt();

        assertThat(seenBy(2)).isZero();
        assertThat(database.number("select count(*) from seen_row where made_by = 2"))
                .isEqualTo(400);
        assertThat(status().olderThan(building())).hasSize(1);

        older.close();
        appendMany(100);

        untilAllIsSeenBy(2, 500);
        assertThat(reader.ended()).isGreaterThan(10);
        Patience.until(
                "the rows of the first are gone", SOON, () -> database.number("select count(*) from seen_row") == 500);
        Patience.until(
                "so is the first", SOON, () -> database.number("select count(*) from event_log.generation") == 1);
    }

    /** Looks again and again, and fails if it sees rows of two versions, or fewer than before. */
    private final class Reader {
        private static final String LOOK =
                "select count(*), coalesce(max(position), 0), count(distinct made_by) from seen";

        private final AtomicBoolean stop = new AtomicBoolean();
        private final CompletableFuture<Integer> looks = CompletableFuture.supplyAsync(this::look);

        private int look() {
            var count = 0;
            Row before = database.sql(LOOK).iterator().next();
            while (!stop.get()) {
                var now = database.sql(LOOK).iterator().next();
                assertThat(now.getLong(0)).isGreaterThanOrEqualTo(before.getLong(0));
                assertThat(now.getLong(1)).isGreaterThanOrEqualTo(before.getLong(1));
                assertThat(now.getLong(2)).isOne();
                before = now;
                count++;
            }
            return count;
        }

        int ended() {
            stop.set(true);
            return looks.join();
        }
    }

    @Test
    void aReplicaThatWasKilledDelaysTheSwitchByItsLease() {
        appendMany(30);
        var killed = UUID.randomUUID();
        database.sql("select event_log.attend('seen', $1, 1, $2)", killed, LEASE.toMillis());

        replica(2);
        untilBuilt();
        var lease = status().olderThan(building()).getFirst();
        untilServing(2);

        assertThat(lease.id()).isEqualTo(killed);
        assertThat(serving().servingSince()).isAfterOrEqualTo(lease.leasedUntil());
        assertThat(status().replicas()).hasSize(1);
        assertThat(seenBy(2)).isEqualTo(30);
    }

    @Test
    void whatFailsToBeBuiltHoldsUpNothingIsToldAndGoesOnWhereItWas() {
        appendMany(100);
        var older = replica(1);
        untilAllIsSeenBy(1, 100);
        var broken = new AtomicInteger();
        var first = replica(2, _ -> {
            if (broken.incrementAndGet() > 2) {
                throw new IllegalStateException("CANARY");
            }
        });

        Patience.until(
                "the failure is told",
                SOON,
                () -> status().building() != null && status().building().failure() != null);
        assertThat(building().failure()).isEqualTo("java.lang.IllegalStateException");
        assertThat(database.number("select count(*) from seen_row where made_by = 2"))
                .isEqualTo(40);
        appendMany(20);
        untilAllIsSeenBy(1, 120);
        assertThat(serving().failure()).isNull();

        first.close();
        var taken = new AtomicInteger();
        replica(2, events -> taken.addAndGet(events.size()));
        untilBuilt();

        assertThat(building().failure()).isNull();
        assertThat(taken).hasValue(80);
        older.close();
        untilAllIsSeenBy(2, 120);
        assertThat(taken).hasValue(80);
    }

    @Test
    void aRebuildIsOneHoweverOftenItIsAskedForAndMendsWhatWasSpoilt() {
        appendMany(50);
        var gate = new CompletableFuture<Void>();
        var anew = new AtomicBoolean();
        waitingReplica(
                1,
                _ -> anew.get()
                        ? Uni.createFrom().completionStage(gate)
                        : Uni.createFrom().voidItem());
        untilAllIsSeenBy(1, 50);
        var spoilt = serving().id();
        database.sql("delete from seen where position < 10");
        anew.set(true);

        var asked = projections.rebuild("seen").await().atMost(SOON).orElseThrow();

        assertThat(projections.rebuild("seen").await().atMost(SOON)).hasValue(asked);
        assertThat(projections.rebuild("other").await().atMost(SOON)).isEmpty();
        assertThat(serving().id()).isEqualTo(spoilt);
        assertThat(building().id()).isEqualTo(asked);
        gate.complete(null);
        untilAllIsSeenBy(1, 50);
        assertThat(serving().id()).isEqualTo(asked);
        assertThat(status().building()).isNull();
    }

    @Test
    void anOlderVersionTakesOverWhenNobodyKnowsTheNewerAnyMore() {
        appendMany(30);
        var newer = replica(2);
        untilAllIsSeenBy(2, 30);

        var older = replica(1);
        appendMany(10);
        untilAllIsSeenBy(2, 40);
        assertThat(status().building()).isNull();
        older.close();
        newer.close();
        replica(1);

        untilAllIsSeenBy(1, 40);
    }

    @Test
    void nobodyAddsRowsBesideAProjector() {
        replica(1);
        untilServing(1);

        assertThatThrownBy(() -> database.sql("insert into seen (position, made_by) values (1, 1)"))
                .hasMessageContaining("aryz.generation");
    }
}
