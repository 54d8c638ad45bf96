package org.aryz.eventlog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.UuidV7;
import org.junit.jupiter.api.Test;

class HeadsTest {
    private static final UUID STREAM = new UUID(1, 2);

    private final Heads heads = new Heads(1);

    private static byte[] hash(int of) {
        var hash = new byte[32];
        hash[0] = (byte) of;
        return hash;
    }

    @Test
    void theHashOfExactlyTheVersionThatWasMetLastIsKnown() {
        heads.put(STREAM, 1, hash(1));
        heads.put(STREAM, 2, hash(2));

        assertThat(heads.hash(STREAM, 2)).isEqualTo(hash(2));
        assertThat(heads.hash(STREAM, 1)).isNull();
        assertThat(heads.hash(STREAM, 3)).isNull();
        assertThat(heads.hash(new UUID(2, 1), 2)).isNull();
    }

    @Test
    void aStreamThatDoesNotFitInIsForgottenAndNeverMistakenForAnother() {
        var streams = new ArrayList<UUID>();
        for (var i = 1; i <= 100; i++) {
            streams.add(UuidV7.next());
            heads.put(streams.getLast(), 1, hash(i));
        }

        for (var i = 1; i <= 96; i++) {
            assertThat(heads.hash(streams.get(i - 1), 1)).isNull();
        }
        for (var i : List.of(97, 98, 99, 100)) {
            assertThat(heads.hash(streams.get(i - 1), 1)).isEqualTo(hash(i));
        }
    }
}
