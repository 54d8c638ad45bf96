package org.aryz.benchmarks.deadlines;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.aryz.benchmarks.Store;
import org.aryz.deadline.firing.DueRows;
import org.aryz.deadline.firing.Firing;

/** The loop of firing as one process of the service runs it, with connections of its own. */
final class Replica implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final Firing firing;

    private Replica(Firing firing) {
        this.firing = firing;
    }

    static Replica started(Store store, Duration lookEvery) {
        var due = new DueRows(store.pool(CONNECTIONS));
        var firing = new Firing(Store.VERTX, due, _ -> Uni.createFrom().voidItem(), () -> {}, lookEvery);
        firing.start();
        return new Replica(firing);
    }

    @Override
    public void close() {
        firing.close();
    }
}
