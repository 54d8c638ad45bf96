package org.aryz.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was planned of the alerts of many complaints, and what became of it. */
final class Load implements AutoCloseable {

    private static final String PLAN =
            """
            select (rung_said[n]::json ->> 'alert')::uuid
              from deadline.ladder join deadline.due using (deadline), lateral generate_series(rung, cardinality(rung_at)) n
             where rung_at[n] <= ? and rung_code[n] <> 'canary'""";

    private static final String OUTCOME =
            """
            with told as (select (data::json ->> 'alert')::uuid as alert, count(*) as times,
                                 bool_or(recorded_at < (data::json ->> 'at')::timestamptz) as early
                            from event_log.event where type = 'alert.raised' group by 1)
            select (select count(*) from unnest(?) as planned (alert) where alert not in (select alert from told)),
                   (select count(*) from told where times > 1), (select count(*) from told where early)""";

    /** The stream of the law is private. */
    private static final String PUBLIC =
            "select event_id::text from event_log.event where type !~ '^(law-change|zone-data)\\.'";

    private final Settings settings;
    private final Connection connection;
    private final List<UUID> planned = new ArrayList<>();

    Load(Settings settings) throws SQLException, IOException {
        this.settings = settings;
        this.connection = DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + settings.port(Port.POSTGRESQL) + "/deadline",
                "deadline",
                Files.readString(settings.home().resolve("secrets/database-password")));
    }

    /** Alerts that never came, came twice, came early, and events that never reached the topic. */
    record Outcome(long lost, long doubled, long early, long unpublished) {
        @Override
        public String toString() {
            return "lost=%d doubled=%d early=%d unpublished=%d".formatted(lost, doubled, early, unpublished);
        }
    }

    /** How many complaints were taken in. */
    long known() throws SQLException {
        return number("select count(*) from event_log.event where type = 'facts.noted'");
    }

    /** Keeps what has to be said until an hour, and tells how much that is. */
    int plan(Instant until) throws SQLException {
        try (var plan = connection.prepareStatement(PLAN)) {
            plan.setObject(1, until.atOffset(ZoneOffset.UTC));
            try (var rows = plan.executeQuery()) {
                while (rows.next()) {
                    planned.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return planned.size();
    }

    /** How much of this rung was said. */
    long told(String rung) throws SQLException {
        return number("select count(*) from event_log.event where type = 'alert.raised' and data::json ->> 'rung' = '"
                + rung + "'");
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Outcome outcome() throws SQLException {
        var unpublished = unpublished();
        try (var query = connection.prepareStatement(OUTCOME)) {
            query.setArray(1, connection.createArrayOf("uuid", planned.toArray()));
            try (var rows = query.executeQuery()) {
                rows.next();
                return new Outcome(rows.getLong(1), rows.getLong(2), rows.getLong(3), unpublished);
            }
        }
    }

    /** Reads the topic until every event is there, or none comes any more. */
    private long unpublished() throws SQLException {
        var missing = recorded();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(
                Map.of("bootstrap.servers", "localhost:" + settings.port(Port.KAFKA)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor("aryz.deadlines").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            var last = System.nanoTime();
            while (!missing.isEmpty()
                    && System.nanoTime() - last < Duration.ofSeconds(20).toNanos()) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var id = record.headers().lastHeader("ce_id").value();
                    missing.remove(new String(id, StandardCharsets.UTF_8));
                    last = System.nanoTime();
                }
            }
        }
        return missing.size();
    }

    private Set<String> recorded() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(PUBLIC)) {
            var ids = new HashSet<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
