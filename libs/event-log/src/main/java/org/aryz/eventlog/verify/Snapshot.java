package org.aryz.eventlog.verify;

import java.sql.Connection;
import java.sql.SQLException;

/** Two connections that see the store at the same moment, while appends go on. */
final class Snapshot {
    /** Rows come in order from indexes, as they are read: nothing is sorted or kept by the database. */
    private static final String STREAMING =
            """
            set local statement_timeout = 0; set local enable_seqscan = off; set local enable_sort = off;
            set local enable_bitmapscan = off; set local enable_memoize = off; set local max_parallel_workers_per_gather = 0""";

    private Snapshot() {}

    static void share(Connection first, Connection second) throws SQLException {
        begin(first);
        begin(second);
        try (var exporting = first.createStatement();
                var importing = second.createStatement()) {
            var name = exporting.executeQuery("select pg_export_snapshot()");
            name.next();
            importing.execute("set transaction snapshot '" + name.getString(1) + "'");
            exporting.execute(STREAMING);
            importing.execute(STREAMING);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }
}
