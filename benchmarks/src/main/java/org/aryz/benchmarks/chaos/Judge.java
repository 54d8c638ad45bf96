package org.aryz.benchmarks.chaos;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.chain.NoteKey;
import org.aryz.eventlog.verify.Verifier;

/** Holds a store against what was acknowledged. */
final class Judge {
    private static final String STREAMS =
            """
            select stream_id, count(*), max(version) from event_log.event
             where stream_id in (select stream_id from event_log.event where type = any (?)) group by stream_id""";

    private final Store store;
    private final NoteKey key;
    private final String[] types;

    /**
     * @param key by which the checkpoints of the store are signed, if there are any
     * @param types of the first events of streams that were asked for: others are of the service's own making
     */
    Judge(Store store, NoteKey key, String... types) {
        this.store = store;
        this.key = key;
        this.types = types.clone();
    }

    Judgement judge(Ledger ledger) throws SQLException {
        return judge(ledger.versions(), ledger.unclear());
    }

    Judgement judge(Map<UUID, Long> acknowledged, long unclear) throws SQLException {
        var missing = new HashMap<>(acknowledged);
        var lost = 0L;
        var doubled = 0L;
        var holes = 0L;
        try (var connection = store.database().connect();
                var statement = connection.prepareStatement(STREAMS)) {
            statement.setArray(1, connection.createArrayOf("text", types));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var told = missing.remove(rows.getObject(1, UUID.class));
                    var more = rows.getLong(2) - (told == null ? 0 : told);
                    lost += Math.max(0, -more);
                    doubled += Math.max(0, more);
                    holes += rows.getLong(3) - rows.getLong(2);
                }
            }
        }
        lost += sum(missing);
        return new Judgement(sum(acknowledged), lost, doubled, holes, unclear, chain());
    }

    private static long sum(Map<UUID, Long> versions) {
        return versions.values().stream().mapToLong(Long::longValue).sum();
    }

    private String chain() throws SQLException {
        var verdict = new Verifier(key, List.of(), _ -> {}).verify(store::connect);
        return verdict.finding().map(Object::toString).orElse(Judgement.SOUND);
    }

    /** The ids of all events of these types in the store. */
    Set<UUID> ids() {
        try (var connection = store.database().connect();
                var statement =
                        connection.prepareStatement("select event_id from event_log.event where type = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", types));
            var ids = new HashSet<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
