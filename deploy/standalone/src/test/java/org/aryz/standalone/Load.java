package org.aryz.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Many deadlines with three rungs each, an hour apart and spread over seconds, and what became of them. */
final class Load implements AutoCloseable {

    private static final String ARM =
            """
            select deadline.arm(array_agg(jsonb_build_object(
                       'deadline', d, 'complaint', c, 'version', 0, 'metadata', m::text,
                       'alert', jsonb_build_object('skipped', '[]'::jsonb)::text,
                       'breach', jsonb_build_object('term', t)::text, 'rungs', rungs)))
              from (select gen_random_uuid() as d, gen_random_uuid() as c, n from generate_series(1, ?) n) deadlines,
                   lateral (select jsonb_build_object('complaintId', c, 'reference', 'KG-2026-LOAD', 'jurisdiction', 'KG',
                       'organisation', 'legal-aid', 'sharedWith', '[]'::jsonb, 'actor', 'deadline-service',
                       'correlationId', c) as m) envelope,
                   lateral (select jsonb_build_object('deadline', d, 'rule', 'KG-INV-60D', 'ruleVersion', 1,
                       'reading', 'plain', 'subject', 'complaint', 'kind', 'watch', 'matter', 'procedure',
                       'shadow', false, 'zone', 'Asia/Bishkek', 'due', '2030-07-15', 'dueAt', '2030-07-15T18:00:00Z',
                       'lastSafeDay', '2030-07-15', 'actBy', '2030-07-15', 'confidence', 'C', 'caution', '[]'::jsonb,
                       'consequence', 'complain-of-delay', 'zoneData', '2025b') as t) term,
                   lateral (select jsonb_agg(jsonb_build_object(
                       'at', ?::timestamptz + hour * interval '1 hour' + n % 10000 * interval '1 millisecond',
                       'rung', rung, 'severity', 'urgent', 'audience', 'assignee', 'alert', gen_random_uuid(),
                       'decides', false) order by hour) as rungs
                       from (values (0, '-P1D'), (1, 'breach'), (2, '+P1D')) as r (hour, rung) where n > 0) ladder""";

    private static final String OUTCOME =
            """
            with told as (select data::json ->> 'alert' as alert, count(*) as times,
                                 bool_or(recorded_at < (data::json ->> 'at')::timestamptz) as early
                            from event_log.event where type = 'alert.raised' group by 1)
            select count(*) filter (where times is null), count(*) filter (where times > 1),
                   count(*) filter (where early)
              from (select unnest(rung_said)::json ->> 'alert' as alert from deadline.ladder) planned left join told using (alert)""";

    private final Settings settings;
    private final Connection connection;

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

    void arm(int deadlines, Instant first) throws SQLException {
        try (var arm = connection.prepareStatement(ARM)) {
            arm.setInt(1, deadlines);
            arm.setString(2, first.toString());
            arm.execute();
        }
    }

    long told() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from event_log.event where type = 'alert.raised'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Outcome outcome() throws SQLException {
        var unpublished = unpublished();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(OUTCOME)) {
            rows.next();
            return new Outcome(rows.getLong(1), rows.getLong(2), rows.getLong(3), unpublished);
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
                var rows = statement.executeQuery("select event_id::text from event_log.event")) {
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
