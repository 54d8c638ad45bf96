package org.aryz.eventlog.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.eventlog.Samples.METADATA;
import static org.aryz.eventlog.Samples.event;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealIT {
    private static final String CANARY = "Kanareika Canarova +996 555 0000";

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static EventLog log;
    private static Sealer sealer;

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.create();
        log = database.newLog();
        sealer = sealerWithNewKey("key");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Sealer sealerWithNewKey(String name) throws IOException {
        var file = Files.writeString(folder.resolve(name), KeyFile.newKey() + "\n");
        return TinkSealer.with(new KeyFile(file), database.pool());
    }

    private static StreamId store(SealedUnit... units) {
        var stream = newStream();
        log.append(Append.to(stream, 0, List.of(event(units)), METADATA))
                .await()
                .indefinitely();
        return stream;
    }

    private static List<SealedUnit> unitsOf(StreamId stream) {
        return log.readStream(stream, 0).await().indefinitely().getFirst().sealed();
    }

    private static Map<UUID, Opened> open(List<SealedUnit> units) {
        return sealer.open(units).await().indefinitely();
    }

    @Test
    void whatWasSealedAndStoredOpensAgain() {
        var person = sealer.seal("person", CANARY.getBytes(UTF_8));
        var note = sealer.seal("note", "a note".getBytes(UTF_8));

        var units = unitsOf(store(person, note));

        assertThat(units).extracting(SealedUnit::kind).containsExactly("person", "note");
        assertThat(units).allMatch(unit -> unit.wrappedKey().length == 0);
        var opened = open(units);
        assertThat(opened.get(person.id()))
                .isInstanceOfSatisfying(
                        Opened.Plain.class,
                        plain -> assertThat(plain.bytes()).asString(UTF_8).isEqualTo(CANARY));
        assertThat(opened.get(note.id())).isInstanceOf(Opened.Plain.class);
    }

    @Test
    void aUnitWhoseKeyWasDestroyedIsErasedAndTheOthersStillOpen() {
        var gone = sealer.seal("person", CANARY.getBytes(UTF_8));
        var kept = sealer.seal("person", CANARY.getBytes(UTF_8));
        var units = unitsOf(store(gone, kept));

        database.sql("delete from sealing.unit_key where unit_id = $1", gone.id());

        var opened = open(units);
        assertThat(opened.get(gone.id())).isEqualTo(new Opened.Erased());
        assertThat(opened.get(kept.id())).isInstanceOf(Opened.Plain.class);
    }

    @Test
    void whatIsSealedIsFoundInNoTable() {
        store(sealer.seal("person", CANARY.getBytes(UTF_8)));
        var tables = database.sql("select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname not in ('pg_catalog', 'information_schema')");
        assertThat(tables.size()).isGreaterThan(5);

        for (var table : tables) {
            var name = table.getString(0);
            assertThat(database.number("select count(*) from " + name + " as t where t::text like '%Canarova%'"
                            + " or t::text like '%" + hex("Canarova") + "%' or t::text like '%" + base64() + "%'"))
                    .as(name)
                    .isZero();
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static String base64() {
        return Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8)).substring(0, 20);
    }

    @Test
    void aUnitDoesNotOpenWithAnotherKeyFileNorUnderAnotherName() throws IOException {
        var unit = unitsOf(store(sealer.seal("person", CANARY.getBytes(UTF_8)))).getFirst();
        var other = sealerWithNewKey("other");
        var renamed = new SealedUnit(unit.id(), "note", unit.ciphertext(), unit.wrappedKey());

        assertThatThrownBy(() -> other.open(List.of(unit)).await().indefinitely())
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> open(List.of(renamed))).isInstanceOf(SealBroken.class);
    }

    @Test
    void keyedHashesAreEqualForEqualRequestsUnderOneKeyOnly() throws IOException {
        var request = "request".getBytes(UTF_8);

        assertThat(sealer.keyedHash(request)).hasSize(32).isEqualTo(sealer.keyedHash(request));
        assertThat(sealer.keyedHash(request)).isNotEqualTo(sealer.keyedHash("requesT".getBytes(UTF_8)));
        assertThat(sealer.keyedHash(request))
                .isNotEqualTo(sealerWithNewKey("third").keyedHash(request));
    }
}
