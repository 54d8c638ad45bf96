package org.aryz.eventlog.verify;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.eventlog.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The hash before each event is the same, whether its stream is still in memory or was forgotten. */
class PredecessorsIT {
    private static final int STREAMS = 50;

    private static TestDatabase database;

    @BeforeAll
    static void appendToStreamsInTurn() {
        database = TestDatabase.create();
        var log = database.newLog();
        var streams = IntStream.range(0, STREAMS).mapToObj(_ -> newStream()).toList();
        for (var version = 0; version < 3; version++) {
            for (var stream : streams) {
                log.append(append(stream, version, 1)).await().indefinitely();
            }
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void streamsThatAreForgottenAreLookedUp() throws SQLException {
        assertFoundWith(new Heads(1));
    }

    @Test
    void streamsInMemoryAreNot() throws SQLException {
        assertFoundWith(new Heads(STREAMS));
    }

    @Test
    void anEventWhoseStreamBeginsInTheMidstHasNothingBeforeIt() throws SQLException {
        try (var connection = database.connectAsSuperuser()) {
            var orphan =
                    new StoredEvent(1, 1, new byte[32], new byte[32], new UUID(0, 1), new UUID(0, 2), 7, new byte[32]);

            assertThat(new Predecessors(connection, new Heads(1)).of(List.of(orphan)))
                    .containsExactly((byte[]) null);
        }
    }

    private static void assertFoundWith(Heads heads) throws SQLException {
        Map<UUID, byte[]> hashes = new HashMap<>();
        try (var events = database.connectAsSuperuser();
                var lookingUp = database.connectAsSuperuser();
                var digesting = new Digesting(events)) {
            var predecessors = new Predecessors(lookingUp, heads);
            for (var next = digesting.next(); !next.isEmpty(); next = digesting.next()) {
                var found = predecessors.of(next);
                for (var i = 0; i < next.size(); i++) {
                    var event = next.get(i);
                    assertThat(found.get(i)).isEqualTo(hashes.put(event.stream(), event.hash()));
                    assertThat(event.isChainedTo(found.get(i))).isTrue();
                }
            }
        }
        assertThat(hashes).hasSize(STREAMS);
    }
}
