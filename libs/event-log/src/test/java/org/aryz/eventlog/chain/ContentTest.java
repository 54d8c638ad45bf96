package org.aryz.eventlog.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID STREAM = UUID.fromString("01890000-0000-7000-8000-000000000002");
    private static final Instant THEN = Instant.parse("2026-03-01T10:15:30.000001Z");

    private static Content content(String type, String data, @Nullable String sealed, Instant occurredAt) {
        return new Content(ID, STREAM, 3, type, 1, occurredAt, data, sealed, "{}");
    }

    @Test
    void theDigestIsOverATagAndEachFieldWithItsLengthBeforeIt() {
        var framed = "617279 7a2d6576 656e742d 310a"
                + "00000010 0189000000007000 8000000000000001"
                + "00000010 0189000000007000 8000000000000002"
                + "00000008 0000000000000003"
                + "00000003 612e62"
                + "00000004 00000001"
                + "00000008 " + "%016x".formatted(THEN.getEpochSecond() * 1_000_000 + 1)
                + "00000004 22d09622"
                + "ffffffff"
                + "00000002 7b7d";

        assertThat(content("a.b", "\"\u0416\"", null, THEN).digest())
                .isEqualTo(Sha256.of(HexFormat.of().parseHex(framed.replace(" ", ""))));
    }

    @Test
    void whatMovesFromOneFieldToTheNextChangesTheDigest() {
        assertThat(content("a", "bc", null, THEN).digest())
                .isNotEqualTo(content("ab", "c", null, THEN).digest());
        assertThat(content("a", "b", "", THEN).digest())
                .isNotEqualTo(content("a", "b", null, THEN).digest());
    }

    @Test
    void whatPostgresqlDoesNotKeepOfATimeIsNotDigested() {
        assertThat(content("a", "b", null, THEN.plusNanos(999)).digest())
                .isEqualTo(content("a", "b", null, THEN).digest());
        assertThat(content("a", "b", null, Instant.parse("1937-07-02T00:00:00.000000999Z"))
                        .occurredAt())
                .isEqualTo("1937-07-02T00:00:00Z");
    }

    @Test
    void anEventIsLinkedToTheHashBeforeIt() {
        var digest = Sha256.of("content".getBytes(UTF_8));

        assertThat(Chain.link(Chain.start(), digest)).isEqualTo(Sha256.of(new byte[32], digest));
    }
}
