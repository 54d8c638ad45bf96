package org.aryz.deadline.simulation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.aryz.deadline.application.Told;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.AlreadyReceived;
import org.aryz.eventlog.AppendResult.Appended;

/** Lets the year pass over several replicas: from hour to hour at which something arrives or is due, with crashes. */
final class Year implements AutoCloseable {
    private static final int REPLICAS = 3;
    private static final int ATTEMPTS = 500;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final SimulatedDatabase database;
    private final RandomGenerator chance;
    private final Scale scale;
    private final Vertx vertx = Vertx.vertx();
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final PriorityQueue<Telling> coming = new PriorityQueue<>(Comparator.comparing(Telling::arrives));
    private int cuts;

    Year(SimulatedDatabase database, long seed, Scale scale) {
        this.database = database;
        this.chance = new Random(seed);
        this.scale = scale;
        for (var i = 1; i <= REPLICAS; i++) {
            replicas.add(start("replica-" + i));
        }
    }

    /** Returns how many hours there were at which something happened. */
    int pass(Instant begin, Instant end, List<Telling> tellings) throws SQLException {
        coming.addAll(tellings);
        var hours = 0;
        for (var now = next(begin); now.isBefore(end); now = next(now)) {
            reach(now);
            hours++;
        }
        reach(end);
        return hours;
    }

    Replica anyReplica() {
        return replicas.getFirst();
    }

    int cuts() {
        return cuts;
    }

    /** A little after the next hour at which something arrives or is due, and always later than now. */
    private Instant next(Instant now) throws SQLException {
        var due = database.nextDue();
        var arrives = coming.isEmpty() ? Instant.MAX : coming.peek().arrives();
        var first = due == null || arrives.isBefore(due) ? arrives : due;
        if (first.equals(Instant.MAX)) {
            return first;
        }
        var next = first.plusSeconds(chance.nextLong(scale.latest().toSeconds()));
        return next.isAfter(now) ? next : now.plusSeconds(1);
    }

    private void reach(Instant now) throws SQLException {
        database.setClock(now);
        var arriving = takeIn(now);
        if (chance.nextInt(scale.cutsOneIn()) == 0) {
            cutOff(chance.nextInt(REPLICAS));
        }
        arriving.await().atMost(LONG_ENOUGH);
        var begun = System.nanoTime();
        while (database.number("select deadline.overdue('0')") > 0) {
            if (System.nanoTime() - begun > LONG_ENOUGH.toNanos()) {
                throw new AssertionError("what is due at " + now + " is not told");
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    /** Each stream in its order, and all of them at once, as partitions are. */
    private Uni<Void> takeIn(Instant now) {
        var bySource = new TreeMap<String, List<Told>>();
        while (!coming.isEmpty() && !coming.peek().arrives().isAfter(now)) {
            var told = coming.remove().told();
            bySource.computeIfAbsent(told.receipt().source(), _ -> new ArrayList<>())
                    .add(told);
        }
        var all = bySource.values().stream()
                .map(told -> inOrder(told, chance.nextInt(REPLICAS)))
                .toList();
        var arriving = all.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(all).andFailFast().replaceWithVoid();
        var done = new CompletableFuture<Void>();
        arriving.subscribe().with(done::complete, done::completeExceptionally);
        return Uni.createFrom().completionStage(done);
    }

    private Uni<Void> inOrder(List<Told> told, int replica) {
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(one -> take(one, replica))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What fails because the database was away is tried again until it is taken in, as a partition waits. */
    private Uni<AppendResult> take(Told told, int replica) {
        return Uni.createFrom()
                .deferred(() -> replicas.get(replica).note(told))
                .ifNoItem()
                .after(Duration.ofSeconds(5))
                .fail()
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(5), Duration.ofMillis(100))
                .atMost(ATTEMPTS)
                .invoke(Year::isTakenIn);
    }

    private static void isTakenIn(AppendResult result) {
        if (!(result instanceof Appended) && !(result instanceof AlreadyReceived)) {
            throw new AssertionError("what came in order and again met with " + result);
        }
    }

    /** Half of those that are cut off die of it and another one takes their place; the others go on by themselves. */
    private void cutOff(int which) throws SQLException {
        var replica = replicas.get(which);
        database.cutOff(replica.name());
        cuts++;
        if (chance.nextBoolean()) {
            replicas.set(which, start(replica.name()));
            replica.close();
        }
    }

    private Replica start(String name) {
        return Replica.started(name, vertx, database.options(name));
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        vertx.closeAndAwait();
    }
}
