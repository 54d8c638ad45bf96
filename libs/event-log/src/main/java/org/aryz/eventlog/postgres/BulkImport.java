package org.aryz.eventlog.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Conflict;
import org.aryz.eventlog.AppendResult.KeyReused;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.Idempotency;
import org.jspecify.annotations.Nullable;

/**
 * Takes a history over from another system, in groups of thousands of events: each group in one transaction under the log's
 * lock, by COPY, with the same chain and the same checks as {@link PostgresEventLog#append}. So readers and appends may go on
 * meanwhile, and an import that broke off is begun again from its start: with an idempotency key per command nothing comes
 * twice.
 *
 * <p>Uses its connection alone, and the caller closes it. Fails as the event log does, and then nothing of the group is stored.
 */
public final class BulkImport {
    private static final String LOCK = "select (extract(epoch from event_log.lock()) * 1000000)::bigint";
    private static final String DECIDE =
            "select outcome, version, hash, answer from event_log.decide(?, ?, ?, ?, ?, ?::text[]::bytea[], ?, ?)";
    private static final String LAST = "select coalesce(max(position), 0) from event_log.event";

    private final Connection connection;

    /** @param connection as the role of the service */
    public BulkImport(Connection connection) {
        this.connection = connection;
    }

    /** What the database answers to one command of a group. */
    private record Decision(String outcome, long version, byte[] head, @Nullable String answer) {
        boolean accepts() {
            return outcome.equals("appended");
        }

        AppendResult resultOf(Append append, long position) {
            return switch (outcome) {
                case "appended" -> new Appended(version + append.events().size(), position);
                case "conflict" -> new Conflict(version);
                case "repeated" -> new Repeated(Objects.requireNonNull(answer));
                case "key-reused" -> new KeyReused();
                default -> throw new IllegalStateException("Unknown outcome " + outcome);
            };
        }
    }

    /**
     * Appends what is accepted of a group; it holds the lock for some hundred milliseconds per ten thousand events, and appends
     * of others wait meanwhile.
     *
     * @param group no two of them with the same stream or idempotency key; none with a receipt
     * @return what became of each, in order
     */
    public List<AppendResult> append(List<Append> group) {
        requireApart(group);
        var commands = group.stream().map(ImportedCommand::of).toList();
        try {
            connection.setAutoCommit(false);
            var results = write(commands);
            connection.commit();
            return results;
        } catch (SQLException e) {
            rollBack(e);
            throw Unavailable.orRefused(e);
        } catch (RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private static void requireApart(List<Append> group) {
        var claimed = new HashSet<>();
        if (!group.stream()
                .flatMap(append -> PendingAppend.claimsOf(append).stream())
                .allMatch(claimed::add)) {
            throw new IllegalArgumentException("Two commands of a group share a stream or an idempotency key");
        }
        if (group.stream().anyMatch(append -> append.receipt() != null)) {
            throw new IllegalArgumentException("What is imported was not received from another service");
        }
    }

    private void rollBack(Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private List<AppendResult> write(List<ImportedCommand> commands) throws SQLException {
        var recorded = number(LOCK);
        var decisions = decide(commands.stream().map(ImportedCommand::append).toList());
        var events = ImportedCommand.eventRows();
        var unitKeys = ImportedCommand.unitKeyRows();
        var idempotencyKeys = ImportedCommand.idempotencyKeyRows();
        var inline = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < commands.size(); i++) {
            if (decisions.get(i).accepts()) {
                var command = commands.get(i);
                command.addEvents(events, decisions.get(i).head(), recorded);
                command.addUnitKeys(unitKeys, recorded);
                command.addIdempotencyKey(idempotencyKeys);
                command.append().rows().forEach(row -> inline.computeIfAbsent(row.function(), _ -> new ArrayList<>())
                        .add(row.json()));
            }
        }
        for (var rows : List.of(events, unitKeys, idempotencyKeys)) {
            rows.copyTo(connection);
        }
        for (var call : inline.entrySet()) {
            call(call.getKey(), call.getValue());
        }
        return results(commands, decisions, number(LAST));
    }

    private List<Decision> decide(List<Append> group) throws SQLException {
        try (var statement = connection.prepareStatement(DECIDE)) {
            statement.setArray(1, array("uuid", group, append -> append.stream().value()));
            statement.setArray(2, array("bigint", group, Append::expectedVersion));
            statement.setArray(3, array("int", group, append -> append.events().size()));
            statement.setArray(4, array("text", group, once(Idempotency::scope)));
            statement.setArray(5, array("text", group, once(Idempotency::key)));
            statement.setArray(6, array("text", group, once(BulkImport::requestHash)));
            statement.setArray(7, array("text", group, _ -> null));
            statement.setArray(8, array("bigint", group, _ -> null));
            var rows = statement.executeQuery();
            var decisions = new ArrayList<Decision>(group.size());
            while (rows.next()) {
                decisions.add(new Decision(rows.getString(1), rows.getLong(2), rows.getBytes(3), rows.getString(4)));
            }
            return decisions;
        }
    }

    private static Function<Append, @Nullable Object> once(Function<Idempotency, Object> part) {
        return append -> append.idempotency() == null ? null : part.apply(append.idempotency());
    }

    /** As the database reads bytes from text. */
    private static String requestHash(Idempotency idempotency) {
        return "\\x" + HexFormat.of().formatHex(idempotency.requestHash());
    }

    private Array array(String type, List<Append> group, Function<Append, @Nullable Object> element)
            throws SQLException {
        return connection.createArrayOf(type, group.stream().map(element).toArray());
    }

    /** The function's name is a constant of the code, and the cast takes nothing but the name of a function. */
    private void call(String function, List<String> rows) throws SQLException {
        try (var naming = connection.prepareStatement("select ?::regproc::text")) {
            naming.setString(1, function);
            var name = naming.executeQuery();
            name.next();
            try (var calling = connection.prepareStatement("select " + name.getString(1) + "(?::jsonb[])")) {
                calling.setArray(1, connection.createArrayOf("text", rows.toArray()));
                calling.execute();
            }
        }
    }

    /** Under the lock nobody else takes positions, so those of a group have no gaps. */
    private static List<AppendResult> results(List<ImportedCommand> commands, List<Decision> decisions, long last) {
        var results = new AppendResult[commands.size()];
        var position = last;
        for (var i = commands.size() - 1; i >= 0; i--) {
            var append = commands.get(i).append();
            results[i] = decisions.get(i).resultOf(append, append.events().isEmpty() ? 0 : position);
            position -= decisions.get(i).accepts() ? append.events().size() : 0;
        }
        return Arrays.asList(results);
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getLong(1);
        }
    }
}
