package org.aryz.eventlog.subscription;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;

/**
 * Repeats a task in one process at a time, by the lease of a name; after a failure somebody else may try. A task that must
 * never run twice at once guards that in its own transaction: a leader that stalls may lose the lease without noticing.
 */
public final class LeadingTask implements AutoCloseable {
    /** One turn; may block, for less than the time of the lease. */
    @FunctionalInterface
    public interface Task {
        /** Tells whether there is more to do at once. */
        boolean run() throws InterruptedException;
    }

    private final Lease lease;
    private final Task task;
    private final Loop loop;

    public LeadingTask(Pool pool, String name, Task task, Duration rest, Duration leaseTime) {
        this.lease = new Lease(pool, name, leaseTime);
        this.task = task;
        this.loop = new Loop(name, this::step, rest);
    }

    public LeadingTask start() {
        loop.start();
        return this;
    }

    @Override
    public void close() {
        loop.close();
        if (lease.isHeld()) {
            lease.release();
        }
    }

    private boolean step() throws InterruptedException {
        if (!leads()) {
            return false;
        }
        try {
            return task.run();
        } catch (RuntimeException failure) {
            lease.release();
            throw failure;
        }
    }

    private boolean leads() {
        return lease.isHeld() ? lease.keep(0) : lease.take().isPresent();
    }
}
