package org.aryz.benchmarks.history;

import java.sql.SQLException;
import java.time.Duration;
import org.aryz.benchmarks.InFlight;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.EventLog;

/** One event per command, each to a stream of its own, answered after the commit. */
final class Appending implements AutoCloseable {
    private final Store store;
    private final EventLog log;

    private Appending(Store store) {
        this.store = store;
        this.log = store.log();
    }

    static Appending toFreshStore() throws Exception {
        return new Appending(Store.create());
    }

    Store store() {
        return store;
    }

    double perSecond(int inFlight, Duration time) throws InterruptedException {
        return InFlight.perSecond(
                inFlight, time, () -> log.append(Facts.first()).invoke(result -> {
                    if (!(result instanceof Appended)) {
                        throw new IllegalStateException("An append came to " + result);
                    }
                }));
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
