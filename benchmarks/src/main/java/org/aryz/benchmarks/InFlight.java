package org.aryz.benchmarks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a number of requests in flight, on event loops as a service does: each that is answered is followed by the next. */
public final class InFlight {
    private final Supplier<Uni<?>> request;
    private final LongAdder answered = new LongAdder();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile long end;

    private InFlight(Supplier<Uni<?>> request) {
        this.request = request;
    }

    /** Answers per second; fails if a request does. */
    public static double perSecond(int inFlight, Duration time, Supplier<Uni<?>> request) throws InterruptedException {
        return new InFlight(request).run(inFlight, time);
    }

    private double run(int inFlight, Duration time) throws InterruptedException {
        // The first Uni of a process sets up context propagation, which fails where two event loops do it at once.
        // Services start with it.
        var _ = Uni.createFrom().item(() -> true);
        var loops = new io.vertx.core.Context[Runtime.getRuntime().availableProcessors()];
        for (var i = 0; i < loops.length; i++) {
            loops[i] = ((VertxInternal) Store.VERTX.getDelegate()).createEventLoopContext();
        }
        var done = new CountDownLatch(inFlight);
        var begin = System.nanoTime();
        end = begin + time.toNanos();
        for (var i = 0; i < inFlight; i++) {
            loops[i % loops.length].runOnContext(_ -> next(done));
        }
        done.await();
        var seconds = (System.nanoTime() - begin) / 1e9;
        var failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
        return answered.sum() / seconds;
    }

    private void next(CountDownLatch done) {
        if (System.nanoTime() - end > 0 || failure.get() != null) {
            done.countDown();
            return;
        }
        request.get()
                .subscribe()
                .with(
                        _ -> {
                            answered.increment();
                            next(done);
                        },
                        failed -> {
                            failure.set(failed);
                            done.countDown();
                        });
    }
}
