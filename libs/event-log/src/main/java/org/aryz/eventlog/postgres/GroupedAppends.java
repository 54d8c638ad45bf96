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
 * no timer to wait for. All state lives on one event loop, so there are no locks.
 */
final class GroupedAppends {
    private static final long SWEEP_MILLIS = 500;

    private final Vertx vertx;
    private final Context home;
    private final Pool pool;
    private final AppendSettings settings;
    private final GroupQueue queue = new GroupQueue();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final long sweeper;
    private int inFlight;

    GroupedAppends(Vertx vertx, Pool pool, AppendSettings settings) {
        this.vertx = vertx;
        this.home = ((VertxInternal) vertx).createEventLoopContext();
        this.pool = pool;
        this.settings = settings;
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
        while (inFlight < settings.groupsInFlight() && queue.size() > 0) {
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

    /** Succeeds always, when each command of the group was told what became of it. */
    private Future<Void> send(List<PendingAppend> group) {
        return call(group)
                .<Void>map(rows -> {
                    tell(group, rows);
                    return null;
                })
                .recover(failure -> onFailure(group, failure));
    }

    private Future<RowSet<Row>> call(List<PendingAppend> group) {
        var answer = Promise.<RowSet<Row>>promise();
        var impatience = vertx.setTimer(
                settings.patience().toMillis(),
                _ -> home.runOnContext(
                        _ -> answer.tryFail(Unavailable.because("no answer from the database in time"))));
        Future.<RowSet<Row>>future(result -> pool.preparedQuery(GroupCall.SQL)
                        .execute(GroupCall.parametersOf(group))
                        .onComplete(result))
                .onComplete(result -> home.runOnContext(_ -> {
                    vertx.cancelTimer(impatience);
                    result.map(answer::tryComplete).otherwise(answer::tryFail);
                }));
        return answer.future();
    }

    private void tell(List<PendingAppend> group, RowSet<Row> rows) {
        var appended = false;
        var next = group.iterator();
        for (var row : rows) {
            var result = GroupCall.resultOf(row);
            appended |= result instanceof Appended;
            next.next().complete(result);
        }
        if (appended) {
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
