package org.aryz.benchmarks.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.postgres.BulkImport;

/** A store with a history: streams of eight events each, that came in turn, so that those of one stream lie far apart. */
final class StoredHistory implements AutoCloseable {
    static final int EVENTS_PER_STREAM = 8;

    private static final int GROUP = 5_000;

    private final Store store;
    private final int events;

    private StoredHistory(Store store, int events) {
        this.store = store;
        this.events = events;
    }

    static StoredHistory of(int events) throws SQLException {
        var store = Store.create();
        var streams = Facts.streams(events / EVENTS_PER_STREAM);
        try (var connection = store.connect()) {
            var bulk = new BulkImport(connection);
            for (var version = 0; version < EVENTS_PER_STREAM; version++) {
                for (var from = 0; from < streams.size(); from += GROUP) {
                    append(bulk, streams.subList(from, Math.min(from + GROUP, streams.size())), version);
                }
            }
        }
        store.execute("vacuum analyze event_log.event");
        return new StoredHistory(store, streams.size() * EVENTS_PER_STREAM);
    }

    private static void append(BulkImport bulk, List<UUID> streams, long version) {
        requireAppended(
                bulk,
                streams.stream().map(stream -> Facts.next(stream, version)).toList());
    }

    static void requireAppended(BulkImport bulk, List<Append> group) {
        if (!bulk.append(group).stream().allMatch(Appended.class::isInstance)) {
            throw new IllegalStateException("An event of an import was refused");
        }
    }

    /** The histories of whole streams, as another system would hand them over. */
    static List<List<Append>> toImport(int events) {
        var groups = new ArrayList<List<Append>>();
        var commands = GROUP / EVENTS_PER_STREAM;
        for (var group = 0; group < events / GROUP; group++) {
            groups.add(IntStream.range(0, commands)
                    .mapToObj(_ -> Facts.append(Facts.streams(1).getFirst(), 0, EVENTS_PER_STREAM))
                    .toList());
        }
        return groups;
    }

    Store store() {
        return store;
    }

    int events() {
        return events;
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
