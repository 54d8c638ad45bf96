package org.aryz.eventlog.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hash of the event before each event in its stream: in memory, where the stream is among the last million that
 * were met, else in the index.
 */
final class Predecessors {
    private static final int BUCKETS = 1 << 18;
    private static final String LOOK_UP =
            """
            select p.hash from unnest(?::uuid[], ?::bigint[]) with ordinality as wanted (stream, version, n)
              left join lateral (select hash from event_log.event
                                  where stream_id = wanted.stream and version = wanted.version limit 1) p on true
             order by n""";

    private final Connection connection;
    private final Heads heads;

    Predecessors(Connection connection) {
        this(connection, new Heads(BUCKETS));
    }

    Predecessors(Connection connection, Heads heads) {
        this.connection = connection;
        this.heads = heads;
    }

    /** One hash for each of the events that come next in the order of position; null where there is no event before. */
    List<byte @Nullable []> of(List<StoredEvent> events) throws SQLException {
        var hashes = new ArrayList<byte @Nullable []>(events.size());
        var missing = new ArrayList<Integer>();
        for (var event : events) {
            var hash = event.isFirst() ? null : heads.hash(event.stream(), event.version() - 1);
            if (hash == null && event.version() > 1) {
                missing.add(hashes.size());
            }
            hashes.add(hash);
            if (event.isHashed()) {
                heads.put(event.stream(), event.version(), event.hash());
            }
        }
        if (!missing.isEmpty()) {
            lookUp(events, missing, hashes);
        }
        return hashes;
    }

    private void lookUp(List<StoredEvent> events, List<Integer> missing, List<byte @Nullable []> hashes)
            throws SQLException {
        var wanted = missing.stream().map(events::get).toList();
        try (var statement = connection.prepareStatement(LOOK_UP)) {
            statement.setArray(1, connection.createArrayOf("uuid", streams(wanted)));
            statement.setArray(2, connection.createArrayOf("bigint", versionsBefore(wanted)));
            var rows = statement.executeQuery();
            for (var index : missing) {
                rows.next();
                hashes.set(index, rows.getBytes(1));
            }
        }
    }

    private static UUID[] streams(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::stream).toArray(UUID[]::new);
    }

    private static Long[] versionsBefore(List<StoredEvent> events) {
        return events.stream().map(event -> event.version() - 1).toArray(Long[]::new);
    }
}
