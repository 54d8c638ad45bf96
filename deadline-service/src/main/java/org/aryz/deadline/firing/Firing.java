package org.aryz.deadline.firing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The loop that keeps alerts in time: tells what is due, has decided what must be decided, then sleeps until something is due
 * again. Replicas may all run it: rows are claimed under the log's lock, and what one has told the other no longer finds.
 */
public final class Firing implements AutoCloseable {
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /** The database ends its own waits sooner; this is for one that does not answer at all. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(Firing.class);

    private final Vertx vertx;
    private final DueRows due;
    private final Function<UUID, Uni<Void>> decideAgain;
    private final Runnable told;
    private final Duration longestSleep;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final AtomicLong lastRound = new AtomicLong(System.nanoTime());
    private BooleanSupplier mayClaim = () -> true;

    private enum State {
        NEW,
        RUNNING,
        CLOSED
    }

    /**
     * @param decideAgain decides on a complaint at the present hour and appends what follows
     * @param told called after events were appended, so that the relay need not wait for its poll
     */
    public Firing(Vertx vertx, DueRows due, Function<UUID, Uni<Void>> decideAgain, Runnable told) {
        this(vertx, due, decideAgain, told, LONGEST_SLEEP);
    }

    /** @param longestSleep also how soon a moved clock or a row armed by another replica is seen */
    public Firing(
            Vertx vertx, DueRows due, Function<UUID, Uni<Void>> decideAgain, Runnable told, Duration longestSleep) {
        this.vertx = vertx;
        this.due = due;
        this.decideAgain = decideAgain;
        this.told = told;
        this.longestSleep = longestSleep;
    }

    /** Claims nothing while this says no; it is asked before each batch. */
    Firing onlyWhile(BooleanSupplier allowed) {
        mayClaim = allowed;
        return this;
    }

    public void start() {
        if (state.compareAndSet(State.NEW, State.RUNNING)) {
            sleep(Duration.ofMillis(1));
        }
    }

    @Override
    public void close() {
        state.set(State.CLOSED);
    }

    /** Time since the last batch or round that went well: what a watchdog looks at. */
    public Duration sinceLastRound() {
        return Duration.ofNanos(System.nanoTime() - lastRound.get());
    }

    private void round() {
        if (state.get() != State.RUNNING) {
            return;
        }
        if (!mayClaim.getAsBoolean()) {
            wentWell(LONGEST_SLEEP);
            return;
        }
        fireAll()
                .chain(() -> inTime(due.toDecide()))
                .chain(this::decideAll)
                .chain(undecided -> inTime(rest(undecided)))
                .subscribe()
                .with(this::wentWell, this::failed);
    }

    /** What could not be decided stays due, and must not make the rounds race. */
    private Uni<Duration> rest(int undecided) {
        return undecided > 0 ? Uni.createFrom().item(AFTER_FAILURE) : due.untilNext(longestSleep);
    }

    private Uni<Void> fireAll() {
        return Multi.createBy()
                .repeating()
                .uni(() -> inTime(due.fireBatch()).invoke(this::getsOn))
                .whilst(more -> more && mayClaim.getAsBoolean())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void getsOn() {
        lastRound.set(System.nanoTime());
        told.run();
    }

    private static <T> Uni<T> inTime(Uni<T> step) {
        return step.ifNoItem().after(LONGEST_STEP).fail();
    }

    /**
     * All are tried: one complaint that can't be decided on keeps no other waiting, and no restart would help it. Tells how many
     * could not be decided on.
     */
    private Uni<Integer> decideAll(List<UUID> complaints) {
        return Multi.createFrom()
                .iterable(complaints)
                .onItem()
                .transformToUniAndConcatenate(this::decide)
                .filter(decided -> !decided)
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<Boolean> decide(UUID complaint) {
        return inTime(decideAgain.apply(complaint))
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Complaint %s could not be decided on (%s); it stays due and is tried again",
                        complaint, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(false);
    }

    private void wentWell(Duration untilNext) {
        lastRound.set(System.nanoTime());
        sleep(untilNext);
    }

    private void failed(Throwable failure) {
        LOG.warnf(
                "Alerts could not be fired (%s); they wait and are tried again in %d s. Look at the database if this goes on",
                failure.getClass().getSimpleName(), AFTER_FAILURE.toSeconds());
        sleep(AFTER_FAILURE);
    }

    private void sleep(Duration time) {
        vertx.setTimer(Math.max(1, time.toMillis()), _ -> round());
    }
}
