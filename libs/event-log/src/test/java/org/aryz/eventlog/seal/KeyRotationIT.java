package org.aryz.eventlog.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aryz.eventlog.Samples.METADATA;
import static org.aryz.eventlog.Samples.event;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationIT {
    private static final int MANY = 1_300;

    @TempDir
    private Path folder;

    private TestDatabase database = TestDatabase.create();
    private final EventLog log = database.newLog();
    private final List<Long> told = new ArrayList<>();
    private KeyFile keys = new KeyFile(Path.of(""));

    @BeforeEach
    void writeKeys() throws IOException {
        keys = new KeyFile(Files.writeString(folder.resolve("keys"), KeyFile.newKey() + "\n"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private TinkSealer newSealer() {
        return TinkSealer.with(keys, database.pool());
    }

    private KeyRotation rotationOf(TinkSealer sealer) {
        return new KeyRotation(sealer, database.pool(), told::add);
    }

    private List<SealedUnit> store(Sealer sealer, int count) {
        var units = IntStream.range(0, count)
                .mapToObj(n -> sealer.seal("note", ("note " + n).getBytes(UTF_8)))
                .toList();
        log.append(Append.to(newStream(), 0, List.of(event(units.toArray(SealedUnit[]::new))), METADATA))
                .await()
                .indefinitely();
        return units;
    }

    private void erase(UUID unit) {
        log.append(Append.to(newStream(), 0, List.of(event()), METADATA)
                        .with(new InlineRow("sealing.erase", "{\"units\":[\"" + unit + "\"]}")))
                .await()
                .indefinitely();
    }

    private long notWrappedBy(KeyRing ring) {
        return database.number(
                "select count(*) from sealing.unit_key where substring(wrapped_key from 1 for 5) <> $1",
                Buffer.buffer(ring.newestPrefix()));
    }

    private void assertAllOpen(Sealer sealer, List<SealedUnit> units) {
        assertThat(sealer.open(units).await().indefinitely().values())
                .hasSize(units.size())
                .allMatch(Opened.Plain.class::isInstance);
    }

    @Test
    void everyKeyIsWrappedAgainWithoutTouchingAnEventAndThenTheOlderKeyIsNotNeeded() {
        // given
        var sealer = newSealer();
        var units = store(sealer, MANY);
        var events = database.sql("select md5(string_agg(e::text, '' order by position)) from event_log.event e")
                .iterator()
                .next()
                .getString(0);

        // when
        keys.add();
        rotationOf(sealer).round().await().indefinitely();
        keys.retireOlder();

        // then
        assertThat(notWrappedBy(keys.read())).isZero();
        assertThat(told).startsWith((long) MANY, 800L, 300L).endsWith(0L);
        assertAllOpen(newSealer(), units);
        assertThat(database.sql("select md5(string_agg(e::text, '' order by position)) from event_log.event e")
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo(events);
    }

    @Test
    void aNeighbourThatHasNotHeardOfTheNewKeyOpensWhatItWrapped() {
        var neighbour = newSealer();
        keys.add();
        var ahead = newSealer();

        assertAllOpen(neighbour, store(ahead, 1));
    }

    @Test
    void whatIsSealedByALaggingNeighbourIsFoundByALaterRound() {
        var lagging = newSealer();
        var sealer = newSealer();
        var rotation = rotationOf(sealer);
        keys.add();
        rotation.round().await().indefinitely();
        store(lagging, 3);

        rotation.round().await().indefinitely();

        assertThat(notWrappedBy(keys.read())).isZero();
    }

    @Test
    void aStoppedRotationGoesOnWhereItStood() {
        var units = store(newSealer(), MANY);
        keys.add();
        var ring = keys.read();
        var stop = new AtomicBoolean();
        var stopped = new KeyRotation(newSealer(), database.pool(), left -> {
            if (left < MANY && stop.compareAndSet(false, true)) {
                throw new IllegalStateException("stopped after the first batch");
            }
        });
        stopped.round().onFailure().recoverWithNull().await().indefinitely();
        assertThat(notWrappedBy(ring)).isEqualTo(800);

        rotationOf(newSealer()).round().await().indefinitely();

        assertThat(told).startsWith(800L).endsWith(0L);
        assertThat(notWrappedBy(ring)).isZero();
        assertAllOpen(newSealer(), units);
    }

    @Test
    void whatIsErasedMeanwhileStaysErased() {
        var units = store(newSealer(), 10);
        keys.add();
        var gone = units.getFirst();
        var before =
                Buffer.buffer(database.sql("select wrapped_key from sealing.unit_key where unit_id = $1", gone.id())
                        .iterator()
                        .next()
                        .getBuffer(0)
                        .getBytes());

        erase(gone.id());
        database.sql(
                "select sealing.wrap_again($1, $2, $3)", new UUID[] {gone.id()}, new Buffer[] {before}, new Buffer[] {
                    before
                });

        assertThat(newSealer().open(units).await().indefinitely().get(gone.id()))
                .isEqualTo(new Opened.Erased());
        assertThat(database.number("select count(*) from sealing.unit_key")).isEqualTo(9);
    }

    @Test
    void whatAnOlderBackupOfTheKeysBringsBackIsErasedAgain() {
        var units = store(newSealer(), 2);
        database.sql("create table public.backup as table sealing.unit_key");
        erase(units.getFirst().id());
        database.sql("insert into sealing.unit_key table public.backup on conflict do nothing");

        assertThat(database.number("select sealing.erase_again()")).isOne();

        var opened = newSealer().open(units).await().indefinitely();
        assertThat(opened.get(units.getFirst().id())).isEqualTo(new Opened.Erased());
        assertThat(opened.get(units.getLast().id())).isInstanceOf(Opened.Plain.class);
    }
}
