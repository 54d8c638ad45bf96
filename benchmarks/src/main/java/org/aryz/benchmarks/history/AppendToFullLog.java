package org.aryz.benchmarks.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.aryz.benchmarks.InFlight;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.EventLog;

/** Each append goes to another stream of those that are stored, anywhere in the log, so that a large log has to be looked through. */
final class AppendToFullLog implements Row {
    private static final int IN_FLIGHT = 32;
    private static final int PART = 100_000;

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        try (var few = new Filled(scale.few(), progress);
                var many = new Filled(scale.many(), progress)) {
            var rounds = new Rounds()
                    .of("many stored", () -> many.perSecond(scale.time()))
                    .of("few stored", () -> few.perSecond(scale.time()))
                    .run(scale.rounds(), progress);
            return List.of(Report.ratio(
                    "append to a stored stream, %,d events stored".formatted(scale.many()),
                    rounds.figure("many stored"),
                    "%,d events stored".formatted(scale.few()),
                    rounds.figure("few stored"),
                    0.9));
        }
    }

    /** A store with single-event streams, of which each takes one more event, until none is left. */
    private static final class Filled implements AutoCloseable {
        private static final int ENOUGH = 3_000_000;

        private final Store store = Store.create();
        private final EventLog log = store.log();
        private final List<UUID> streams;
        private Iterator<UUID> next = Collections.emptyIterator();
        private long version;

        Filled(int events, Progress progress) throws SQLException {
            for (var filled = 0; filled < events; filled += PART) {
                fill(Math.min(PART, events - filled));
            }
            store.execute("vacuum analyze event_log.event", "checkpoint");
            progress.step("%,d events are stored".formatted(events));
            streams = streams(events);
        }

        private void fill(int events) throws SQLException {
            store.execute(
                    """
                    insert into event_log.event (event_id, stream_id, version, type, schema_version, data, metadata,
                                                 occurred_at, recorded_at, hash)
                    select uuidv7(), uuidv7(), 1, '%s', 1, '%s', '%s', now(), clock_timestamp(), sha256(uuid_send(uuidv7()))
                      from generate_series(1, %d)"""
                            .formatted(Facts.TYPE, Facts.DATA, Facts.METADATA, events));
        }

        private List<UUID> streams(int events) throws SQLException {
            var found = new ArrayList<UUID>();
            try (var connection = store.connect();
                    var statement = connection.createStatement()) {
                statement.setFetchSize(PART);
                connection.setAutoCommit(false);
                var rows = statement.executeQuery(
                        "select stream_id from event_log.event where version = 1 and position %% %d = 0"
                                .formatted(Math.max(events / ENOUGH, 1)));
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            Collections.shuffle(found, new java.util.Random(1));
            return found;
        }

        double perSecond(Duration time) throws InterruptedException {
            return InFlight.perSecond(
                    IN_FLIGHT, time, () -> log.append(nextAppend()).invoke(result -> {
                        if (!(result instanceof Appended)) {
                            throw new IllegalStateException("An append came to " + result);
                        }
                    }));
        }

        /** Once each stream has had its turn, all of them are one version further. */
        private synchronized org.aryz.eventlog.Append nextAppend() {
            if (!next.hasNext()) {
                next = streams.iterator();
                version++;
            }
            return Facts.next(next.next(), version);
        }

        @Override
        public void close() throws SQLException {
            store.close();
        }
    }
}
