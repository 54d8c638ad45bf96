package org.aryz.benchmarks.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.postgres.BulkImport;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A history of whole streams comes in: decided, chained, in groups; beside it the finished rows by one COPY. */
final class ImportBesideCopy implements Row {
    private static final String COLUMNS =
            "event_id, stream_id, version, type, schema_version, data, sealed, metadata, occurred_at, recorded_at, hash";

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var history = StoredHistory.toImport(scale.events() / 2);
        var rows = Files.createTempFile("events", ".copy");
        try {
            progress.step("rows for COPY");
            writeRows(history, rows);
            var rounds = new Rounds()
                    .of("import", () -> imported(history))
                    .of("COPY", () -> copied(history, rows))
                    .run(scale.rounds(), progress);
            return List.of(Report.ratio(
                    "import of whole streams of 8 events, events/s",
                    rounds.figure("import"),
                    "`COPY` of the finished rows into the same table, binary, one transaction",
                    rounds.figure("COPY"),
                    0.5));
        } finally {
            Files.delete(rows);
        }
    }

    private static void writeRows(List<List<Append>> history, Path rows) throws SQLException, IOException {
        try (var store = Store.create();
                var connection = store.connect();
                var out = Files.newOutputStream(rows)) {
            importInto(connection, history);
            connection.commit();
            copying(connection)
                    .copyOut(
                            "copy (select " + COLUMNS
                                    + " from event_log.event order by position) to stdout (format binary)",
                            out);
        }
    }

    private static double imported(List<List<Append>> history) throws SQLException {
        try (var store = Store.create();
                var connection = store.connect()) {
            var begin = System.nanoTime();
            importInto(connection, history);
            return perSecond(history, begin);
        }
    }

    private static void importInto(Connection connection, List<List<Append>> history) {
        var bulk = new BulkImport(connection);
        history.forEach(group -> StoredHistory.requireAppended(bulk, group));
    }

    private static double copied(List<List<Append>> history, Path rows) throws SQLException, IOException {
        try (var store = Store.create();
                var connection = store.connect();
                var in = Files.newInputStream(rows)) {
            var begin = System.nanoTime();
            copying(connection)
                    .copyIn("copy event_log.event (" + COLUMNS + ") from stdin (format binary)", in, 1 << 18);
            return perSecond(history, begin);
        }
    }

    private static double perSecond(List<List<Append>> history, long begin) {
        var events = history.stream()
                .flatMap(List::stream)
                .mapToLong(append -> append.events().size())
                .sum();
        return events / ((System.nanoTime() - begin) / 1e9);
    }

    static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
