package org.aryz.eventlog.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.seal.SealedUnit;
import org.jspecify.annotations.Nullable;

/**
 * A group of appends as the arrays that {@code event_log.append} takes, and its answer as results. Its commit does not wait
 * for the disk: nobody may be told of it before a flush.
 */
final class GroupCall {
    static final String SQL = "select outcome, version, position, received, answer"
            + " from set_config('synchronous_commit', 'off', true), event_log.append("
            + IntStream.rangeClosed(1, parametersOf(List.of()).size())
                    .mapToObj(n -> "$" + n)
                    .collect(Collectors.joining(", "))
            + ")";

    private final Commands commands = new Commands();
    private final Events events = new Events();
    private final UnitKeys keys = new UnitKeys();
    private final Rows rows = new Rows();

    private GroupCall() {}

    static Tuple parametersOf(List<PendingAppend> group) {
        var call = new GroupCall();
        for (var pending : group) {
            call.add(pending);
        }
        var parameters = Tuple.tuple();
        call.commands.addTo(parameters);
        call.events.addTo(parameters);
        call.keys.addTo(parameters);
        call.rows.addTo(parameters);
        return parameters;
    }

    static AppendResult resultOf(Row row) {
        return switch (row.getString(0)) {
            case "appended" -> new AppendResult.Appended(row.getLong(1), row.getLong(2));
            case "conflict" -> new AppendResult.Conflict(row.getLong(1));
            case "repeated" -> new AppendResult.Repeated(row.getString(4));
            case "key-reused" -> new AppendResult.KeyReused();
            case "already-received" -> new AppendResult.AlreadyReceived();
            case "hole" -> new AppendResult.Hole(row.getLong(3) + 1);
            default -> throw new IllegalStateException("Unknown outcome " + row.getString(0));
        };
    }

    private void add(PendingAppend pending) {
        var append = pending.append();
        commands.add(append);
        var command = commands.stream.size();
        pending.events().forEach(encoded -> events.add(command, encoded));
        append.events().forEach(event -> event.sealed().forEach(unit -> keys.add(command, unit)));
        append.rows().forEach(row -> rows.add(command, row.function(), row.json()));
    }

    private static final class Commands {
        private final List<UUID> stream = new ArrayList<>();
        private final List<Long> expected = new ArrayList<>();
        private final List<Integer> events = new ArrayList<>();
        private final List<@Nullable String> scope = new ArrayList<>();
        private final List<@Nullable String> key = new ArrayList<>();
        private final List<@Nullable Buffer> hash = new ArrayList<>();
        private final List<@Nullable String> answer = new ArrayList<>();
        private final List<@Nullable String> source = new ArrayList<>();
        private final List<@Nullable Long> sequence = new ArrayList<>();
        private final List<@Nullable String> lane = new ArrayList<>();

        void add(Append append) {
            stream.add(append.stream().value());
            expected.add(append.expectedVersion());
            events.add(append.events().size());
            var once = append.idempotency();
            scope.add(once == null ? null : once.scope());
            key.add(once == null ? null : once.key());
            hash.add(once == null ? null : Buffer.buffer(once.requestHash()));
            answer.add(once == null ? null : once.answer());
            var receipt = append.receipt();
            source.add(receipt == null ? null : receipt.source());
            sequence.add(receipt == null ? null : receipt.sequence());
            lane.add(receipt == null ? null : receipt.lane());
        }

        void addTo(Tuple parameters) {
            parameters
                    .addArrayOfUUID(stream.toArray(UUID[]::new))
                    .addArrayOfLong(expected.toArray(Long[]::new))
                    .addArrayOfInteger(events.toArray(Integer[]::new))
                    .addArrayOfString(scope.toArray(String[]::new))
                    .addArrayOfString(key.toArray(String[]::new))
                    .addArrayOfBuffer(hash.toArray(Buffer[]::new))
                    .addArrayOfString(answer.toArray(String[]::new))
                    .addArrayOfString(source.toArray(String[]::new))
                    .addArrayOfLong(sequence.toArray(Long[]::new))
                    .addArrayOfString(lane.toArray(String[]::new));
        }
    }

    private static final class Events {
        private final List<Integer> command = new ArrayList<>();
        private final List<UUID> stream = new ArrayList<>();
        private final List<Long> version = new ArrayList<>();
        private final List<UUID> id = new ArrayList<>();
        private final List<String> type = new ArrayList<>();
        private final List<Integer> schemaVersion = new ArrayList<>();
        private final List<String> data = new ArrayList<>();
        private final List<@Nullable String> sealed = new ArrayList<>();
        private final List<String> metadata = new ArrayList<>();
        private final List<OffsetDateTime> occurredAt = new ArrayList<>();
        private final List<Buffer> digest = new ArrayList<>();

        void add(int toCommand, EncodedEvent encoded) {
            var content = encoded.content();
            command.add(toCommand);
            stream.add(content.stream());
            version.add(content.version());
            id.add(content.id());
            type.add(content.type());
            schemaVersion.add(content.schemaVersion());
            data.add(content.data());
            sealed.add(content.sealed());
            metadata.add(content.metadata());
            occurredAt.add(content.occurredAt().atOffset(ZoneOffset.UTC));
            digest.add(Buffer.buffer(encoded.digest()));
        }

        void addTo(Tuple parameters) {
            parameters
                    .addArrayOfInteger(command.toArray(Integer[]::new))
                    .addArrayOfUUID(stream.toArray(UUID[]::new))
                    .addArrayOfLong(version.toArray(Long[]::new))
                    .addArrayOfUUID(id.toArray(UUID[]::new))
                    .addArrayOfString(type.toArray(String[]::new))
                    .addArrayOfInteger(schemaVersion.toArray(Integer[]::new))
                    .addArrayOfString(data.toArray(String[]::new))
                    .addArrayOfString(sealed.toArray(String[]::new))
                    .addArrayOfString(metadata.toArray(String[]::new))
                    .addArrayOfOffsetDateTime(occurredAt.toArray(OffsetDateTime[]::new))
                    .addArrayOfBuffer(digest.toArray(Buffer[]::new));
        }
    }

    private static final class UnitKeys {
        private final List<Integer> command = new ArrayList<>();
        private final List<UUID> unit = new ArrayList<>();
        private final List<String> kind = new ArrayList<>();
        private final List<Buffer> wrapped = new ArrayList<>();

        void add(int toCommand, SealedUnit sealed) {
            command.add(toCommand);
            unit.add(sealed.id());
            kind.add(sealed.kind());
            wrapped.add(Buffer.buffer(sealed.wrappedKey()));
        }

        void addTo(Tuple parameters) {
            parameters
                    .addArrayOfInteger(command.toArray(Integer[]::new))
                    .addArrayOfUUID(unit.toArray(UUID[]::new))
                    .addArrayOfString(kind.toArray(String[]::new))
                    .addArrayOfBuffer(wrapped.toArray(Buffer[]::new));
        }
    }

    private static final class Rows {
        private final List<Integer> command = new ArrayList<>();
        private final List<String> function = new ArrayList<>();
        private final List<String> json = new ArrayList<>();

        void add(int toCommand, String inFunction, String row) {
            command.add(toCommand);
            function.add(inFunction);
            json.add(row);
        }

        void addTo(Tuple parameters) {
            parameters
                    .addArrayOfInteger(command.toArray(Integer[]::new))
                    .addArrayOfString(function.toArray(String[]::new))
                    .addArrayOfString(json.toArray(String[]::new));
        }
    }
}
