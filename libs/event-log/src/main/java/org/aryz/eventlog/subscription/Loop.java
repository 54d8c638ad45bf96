package org.aryz.eventlog.subscription;

import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aryz.eventlog.LogUnavailable;
import org.jboss.logging.Logger;

/**
 * Repeats a step on a thread of its own: at once while there is more to do, else after a nudge or a rest. A step that
 * fails is repeated for ever, after rests that grow.
 */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration SHORTEST_TURN = Duration.ofMillis(20);

    /** One turn; tells whether there is more to do at once. */
    @FunctionalInterface
    public interface Step {
        boolean more() throws InterruptedException;
    }

    private final String name;
    private final Step step;
    private final Duration poll;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private int failures;

    public Loop(String name, Step step, Duration poll) {
        this.name = name;
        this.step = step;
        this.poll = poll;
        this.thread = Thread.ofPlatform().daemon().name("subscription " + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LONGEST_REST);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                turn();
            }
        } catch (InterruptedException _) {
            LOG.debugf("%s stops", name);
        }
    }

    private void turn() throws InterruptedException {
        var began = System.nanoTime();
        try {
            var more = step.more();
            recovered();
            if (!more) {
                rest(began);
            }
        } catch (RuntimeException failure) {
            if (closed) {
                return;
            }
            failed(failure);
            Thread.sleep(restAfterFailure());
        }
    }

    /** A nudge after a quiet while is followed at once; in a busy one turns keep a pace, so that each does more. */
    private void rest(long began) throws InterruptedException {
        if (nudges.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
            TimeUnit.NANOSECONDS.sleep(SHORTEST_TURN.toNanos() - (System.nanoTime() - began));
            nudges.drainPermits();
        }
    }

    private Duration restAfterFailure() {
        var rest = poll.multipliedBy(1L << Math.min(failures, 10));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    /** Says it once, not each time; and by name only, because messages of other code may quote data. */
    private void failed(RuntimeException failure) {
        if (failures++ == 0) {
            LOG.warnf("%s failed and will be tried again until it succeeds: %s", name, description(failure));
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.infof("%s works again after %d failures", name, failures);
            failures = 0;
        }
    }

    /** Of what kind a failure is. */
    public static String description(RuntimeException failure) {
        return switch (failure) {
            case LogUnavailable known -> String.valueOf(known.getMessage());
            case PgException refused -> refused.getClass().getName() + " " + refused.getSqlState();
            default -> failure.getClass().getName();
        };
    }
}
