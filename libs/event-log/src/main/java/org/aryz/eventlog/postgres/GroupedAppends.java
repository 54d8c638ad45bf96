package org.aryz.eventlog.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.Appended;

/**
 * Lets appends that arrive while another is on its way share the next transaction. A command alone goes at once: there is
 * no timer to wait for. The next group departs when the one before has committed, while that one's flush is on its way;
 * whoever appended is told after the flush. All state lives on one event loop, so there are no locks.
 */
final class GroupedAppends {
    private static final long SWEEP_MILLIS = 500;

    /** One travels with the flush that is on its way, one waits for the next: a third would only make groups smaller. */
    private static final int MOST_UNFLUSHED = 2;

    private final Vertx vertx;
    private final Context home;
    private final Pool pool;
    private final AppendSettings settings;
    private final Flushes flushes;
    private final GroupQueue queue = new GroupQueue();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final long sweeper;
    private int inFlight;
    private int unflushed;
    private volatile long durable;

    GroupedAppends(Vertx vertx, Pool pool, AppendSettings settings) {
        this.vertx = vertx;
        this.home = ((VertxInternal) vertx).createEventLoopContext();
        this.pool = pool;
        this.settings = settings;
        this.flushes = new Flushes(
                home,
                () -> patiently(pool.preparedQuery("select event_log.flush()").execute()));
        this.sweeper = vertx.setPeriodic(SWEEP_MILLIS, _ -> home.runOnContext(_ -> giveUpLate()));
    }

    void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    void tellListeners() {
        listeners.forEach(Runnable::run);
    }

    int waiting() {
        return waiting.get();
    }

    void close() {
        vertx.cancelTimer(sweeper);
    }

    Uni<AppendResult> append(Append append) {
        return Uni.createFrom().emitter(emitter -> {
            var pending = new PendingAppend(append, emitter, Vertx.currentContext());
            if (waiting.incrementAndGet() > settings.mostWaiting()) {
                waiting.decrementAndGet();
                pending.fail(Unavailable.because("too many appends wait"));
            } else {
                home.runOnContext(_ -> {
                    queue.add(pending);
                    departures();
                });
            }
        });
    }

    private void departures() {
        while (inFlight < settings.groupsInFlight() && unflushed < MOST_UNFLUSHED && queue.size() > 0) {
            var group = queue.depart(settings.groupSize());
            if (group.isEmpty()) {
                return;
            }
            inFlight++;
            waiting.addAndGet(-group.size());
            send(group).onComplete(_ -> {
                inFlight--;
                queue.arrived(group);
                departures();
            });
        }
    }

    /** Succeeds always, when the group has committed or each of its commands was told that it did not. */
    private Future<Void> send(List<PendingAppend> group) {
        return patiently(pool.preparedQuery(GroupCall.SQL).execute(GroupCall.parametersOf(group)))
                .<Void>map(rows -> {
                    tellWhenDurable(group, rows);
                    return null;
                })
                .recover(failure -> onFailure(group, failure));
    }

    /** On the home loop; fails when the database does not answer in time. */
    private <T> Future<T> patiently(Future<T> asked) {
        var answer = Promise.<T>promise();
        var impatience = vertx.setTimer(
                settings.patience().toMillis(),
                _ -> home.runOnContext(
                        _ -> answer.tryFail(Unavailable.because("no answer from the database in time"))));
        asked.onComplete(result -> home.runOnContext(_ -> {
            vertx.cancelTimer(impatience);
            result.map(answer::tryComplete).otherwise(answer::tryFail);
        }));
        return answer.future();
    }

    private void tellWhenDurable(List<PendingAppend> group, RowSet<Row> rows) {
        unflushed++;
        flushes.next()
                .onSuccess(_ -> tell(group, rows))
                .onFailure(failure -> group.forEach(pending -> pending.fail(Unavailable.orRefused(failure))))
                .onComplete(_ -> {
                    unflushed--;
                    departures();
                });
    }

    /** Succeeds when everything committed up to a position is on disk. */
    Future<Void> durable(long position) {
        return position <= durable ? Future.succeededFuture() : flushes.next();
    }

    private void tell(List<PendingAppend> group, RowSet<Row> rows) {
        var last = 0L;
        var next = group.iterator();
        for (var row : rows) {
            var result = GroupCall.resultOf(row);
            if (result instanceof Appended appended) {
                last = Math.max(last, appended.position());
            }
            next.next().complete(result);
        }
        if (last > 0) { // may be less than before: an older copy of the log may have been brought back
            durable = last;
            tellListeners();
        }
    }

    /** Data that the database does not take fails its own command, not its fellow travellers. */
    private Future<Void> onFailure(List<PendingAppend> group, Throwable failure) {
        if (Unavailable.isMeantBy(failure) || group.size() == 1) {
            var told = Unavailable.orRefused(failure);
            group.forEach(pending -> pending.fail(told));
            return Future.succeededFuture();
        }
        var oneByOne = Future.<Void>succeededFuture();
        for (var pending : group) {
            oneByOne = oneByOne.compose(_ -> send(List.of(pending)));
        }
        return oneByOne;
    }

    private void giveUpLate() {
        var late = queue.giveUpBefore(System.nanoTime() - settings.patience().toNanos());
        waiting.addAndGet(-late.size());
        late.forEach(pending -> pending.fail(Unavailable.because("waited too long for a place in a transaction")));
    }
}
