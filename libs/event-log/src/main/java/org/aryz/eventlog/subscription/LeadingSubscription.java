package org.aryz.eventlog.subscription;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.LogUnavailable;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.subscription.Lease.Held;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log in one process at a time, for work that goes out of the database or appends: the relay, policies. The
 * work is done at least once and in order; it happens outside of any transaction.
 */
public final class LeadingSubscription implements AutoCloseable {
    private final EventLog log;
    private final Lease lease;
    private final Leader leader;
    private final SubscriptionSettings settings;
    private final Loop loop;
    private @Nullable Held held;

    public LeadingSubscription(EventLog log, Pool pool, String name, Leader leader, SubscriptionSettings settings) {
        this.log = log;
        this.lease = new Lease(pool, name, settings.lease());
        this.leader = leader;
        this.settings = settings;
        this.loop = new Loop(name, this::step, settings.poll());
    }

    public LeadingSubscription start() {
        loop.start();
        return this;
    }

    /** Looks for new events now. */
    public void nudge() {
        loop.nudge();
    }

    public boolean isLeading() {
        return lease.isHeld();
    }

    @Override
    public void close() {
        loop.close();
        if (held != null) {
            end();
            lease.release();
        }
    }

    private boolean step() throws InterruptedException {
        try {
            var lead = held == null ? begin() : held;
            return lead != null && follow(lead);
        } catch (RuntimeException failure) {
            end();
            throw failure;
        }
    }

    private @Nullable Held begin() {
        held = lease.take().orElse(null);
        if (held != null) {
            leader.begin();
        }
        return held;
    }

    private void end() {
        held = null;
        leader.end();
    }

    private boolean follow(Held lead) throws InterruptedException {
        var events = log.readAll(lead.position(), settings.batchSize()).await().atMost(settings.lease());
        var done = events.isEmpty() ? 0 : finished(leader.handle(events), lead);
        keepAt(lead, done == 0 ? lead.position() : events.get(done - 1).position());
        if (done < events.size()) {
            throw new LogUnavailable("an event could not be handled", settings.poll(), null);
        }
        return events.size() == settings.batchSize();
    }

    /** Waits for the work and keeps the lease meanwhile; a leader that lost it stops at once. */
    private int finished(Uni<Integer> work, Held lead) throws InterruptedException {
        var result = work.subscribeAsCompletionStage();
        while (true) {
            try {
                return result.get(settings.lease().toMillis() / 3, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                keepAt(lead, lead.position());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }

    private void keepAt(Held lead, long position) {
        if (position == lead.position()
                && lease.isHeldLongerThan(settings.lease().dividedBy(2))) {
            return;
        }
        if (!lease.keep(position)) {
            throw new LogUnavailable("another process leads now", Duration.ZERO, null);
        }
        held = new Held(lead.epoch(), position);
    }

    /** A leader whose events are all done when {@code handler} succeeds. */
    public static Leader allOrNothing(Handler handler) {
        return events -> handler.handle(events).replaceWith(events.size());
    }

    /** Handles a batch of events, as a whole. */
    @FunctionalInterface
    public interface Handler {
        Uni<Void> handle(List<RecordedEvent> events);
    }
}
