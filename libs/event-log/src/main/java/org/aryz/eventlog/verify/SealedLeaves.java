package org.aryz.eventlog.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The leaves of the stored tree, in order; one tile of 256 is in memory at a time. */
final class SealedLeaves {
    private static final String RUNS =
            """
            select r.tile, r.positions, t.hashes from event_log.leaf_run r
              left join event_log.tile t on t.level = 0 and t.index = r.tile order by r.tile""";
    private static final int HASH = 32;
    private static final int TILE = 256;

    /** What the tree knows of an event: where it lay and its leaf hash. */
    record Sealed(long index, long position, byte[] hash) {}

    private final ResultSet rows;
    private Long[] positions = {};
    private byte[] hashes = {};
    private int next;
    private long index;

    SealedLeaves(Connection connection) throws SQLException {
        var statement = connection.createStatement();
        statement.setFetchSize(32);
        rows = statement.executeQuery(RUNS);
    }

    /** The next leaf; null after the last. */
    @Nullable
    Sealed next() throws SQLException {
        if (next == positions.length) {
            if (!rows.next()) {
                return null;
            }
            if (rows.getLong(1) != index / TILE) {
                throw new IllegalStateException("The stored tree lacks its tile " + index / TILE + " of leaves");
            }
            positions = (Long[]) rows.getArray(2).getArray();
            var stored = rows.getBytes(3);
            hashes = Arrays.copyOf(stored == null ? new byte[0] : stored, positions.length * HASH);
            next = 0;
        }
        var hash = Arrays.copyOfRange(hashes, next * HASH, (next + 1) * HASH);
        return new Sealed(index++, positions[next++], hash);
    }
}
