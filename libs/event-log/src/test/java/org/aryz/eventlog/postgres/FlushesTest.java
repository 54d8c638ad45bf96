package org.aryz.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlushesTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final List<Promise<Void>> begun = new CopyOnWriteArrayList<>();
    private final Flushes flushes = new Flushes(((VertxInternal) vertx).createEventLoopContext(), this::begin);

    @AfterEach
    void close() {
        vertx.close();
    }

    private Future<Void> begin() {
        var flush = Promise.<Void>promise();
        begun.add(flush);
        return flush.future();
    }

    private void awaitBegun(int count) {
        Patience.until(count + " flushes have begun", SOON, () -> begun.size() == count);
    }

    private static void awaitEnd(Future<Void> asked) {
        Patience.until("it ended", SOON, asked::isComplete);
    }

    @Test
    void whoAsksDuringAFlushIsServedByTheNextTogetherWithAllOthers() {
        var first = flushes.next();
        awaitBegun(1);
        var second = flushes.next();
        var third = flushes.next();

        begun.get(0).complete();
        awaitEnd(first);
        awaitBegun(2);
        assertThat(second.isComplete() || third.isComplete()).isFalse();

        begun.get(1).complete();
        awaitEnd(second);
        awaitEnd(third);
        assertThat(begun).hasSize(2);
    }

    @Test
    void aFailureIsToldToThoseItServedAndTheNextIsTriedAnew() {
        var first = flushes.next();
        awaitBegun(1);
        var second = flushes.next();

        begun.get(0).fail("disk");
        awaitEnd(first);
        assertThat(first.failed()).isTrue();

        awaitBegun(2);
        begun.get(1).complete();
        awaitEnd(second);
        assertThat(second.succeeded()).isTrue();
    }
}
