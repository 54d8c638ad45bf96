package org.aryz.eventlog.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.eventlog.Samples.METADATA;
import static org.aryz.eventlog.Samples.event;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of the data without the keys is worth nothing to a thief, even with the key-encryption key. */
class RestoredBackupIT {
    @TempDir
    private Path folder;

    @Test
    void dataRestoredWithoutTheKeysSaysErased() throws IOException {
        var keys = new KeyFile(Files.writeString(folder.resolve("keys"), KeyFile.newKey() + "\n"));
        try (var database = TestDatabase.create();
                var restored = TestDatabase.create()) {
            // given
            var unit = TinkSealer.with(keys, database.pool()).seal("person", "Kanareika".getBytes(UTF_8));
            var stream = newStream();
            database.newLog()
                    .append(Append.to(stream, 0, List.of(event(unit)), METADATA))
                    .await()
                    .indefinitely();

            // when
            copyEvents(database, restored);

            // then
            var read = restored.newLog().readStream(stream, 0).await().indefinitely();
            assertThat(read).hasSize(1);
            var units = read.stream()
                    .map(RecordedEvent::sealed)
                    .flatMap(List::stream)
                    .toList();
            assertThat(TinkSealer.with(keys, restored.pool())
                            .open(units)
                            .await()
                            .indefinitely())
                    .containsExactlyEntriesOf(Map.of(unit.id(), new Opened.Erased()));
            assertThat(TinkSealer.with(keys, database.pool())
                            .open(units)
                            .await()
                            .indefinitely()
                            .get(unit.id()))
                    .isInstanceOf(Opened.Plain.class);
        }
    }

    /** What pg_dump and pg_restore do; the programs are not everywhere. */
    private static void copyEvents(TestDatabase from, TestDatabase to) {
        var events = from.sql("select jsonb_agg(e order by position)::text from event_log.event e");
        to.sql(
                "insert into event_log.event overriding system value"
                        + " select * from jsonb_populate_recordset(null::event_log.event, $1::text::jsonb)",
                events.iterator().next().getString(0));
    }
}
