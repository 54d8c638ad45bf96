package org.aryz.eventlog.postgres;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells when what was committed is on disk. Those who ask while a flush is on its way share the next one: one that began
 * before they asked may have missed what they committed. All state lives on one event loop.
 */
final class Flushes {
    private final Context home;
    private final Supplier<Future<?>> flush;
    private List<Promise<Void>> waiting = new ArrayList<>();
    private boolean flushing;

    /** @param flush writes everything committed until now to disk */
    Flushes(Context home, Supplier<Future<?>> flush) {
        this.home = home;
        this.flush = flush;
    }

    /**
     * Succeeds when all that was committed before this call is on disk; fails if that is not known. The result arrives on the
     * context of the caller, if there is one.
     */
    Future<Void> next() {
        var caller = ContextInternal.current();
        var asked = caller == null ? Promise.<Void>promise() : caller.<Void>promise();
        home.runOnContext(_ -> {
            waiting.add(asked);
            begin();
        });
        return asked.future();
    }

    private void begin() {
        if (flushing || waiting.isEmpty()) {
            return;
        }
        flushing = true;
        var served = waiting;
        waiting = new ArrayList<>();
        flush.get().onComplete(result -> home.runOnContext(_ -> ended(served, result)));
    }

    private void ended(List<Promise<Void>> served, AsyncResult<?> result) {
        flushing = false;
        begin();
        for (var asked : served) {
            if (result.succeeded()) {
                asked.complete();
            } else {
                asked.fail(result.cause());
            }
        }
    }
}
