package org.aryz.eventlog.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySharesTest {
    private static final byte[] SECRET = "the secret of the house".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void theFieldMultipliesAsInFips197() {
        assertThat(KeyShares.multiply(0x57, 0x83)).isEqualTo(0xc1);
        assertThat(KeyShares.multiply(0x57, 0x13)).isEqualTo(0xfe);
    }

    @Test
    void everyElementButZeroHasAnInverse() {
        for (var element = 1; element < 256; element++) {
            assertThat(KeyShares.multiply(element, KeyShares.inverse(element))).isOne();
        }
    }

    @Test
    void anyTwoSharesGiveTheSecretBack() {
        var shares = KeyShares.split(SECRET, 5);

        for (var one : shares) {
            for (var other : shares) {
                if (!one.equals(other)) {
                    assertThat(KeyShares.recover(one, other)).isEqualTo(SECRET);
                }
            }
        }
    }

    @Test
    void oneShareSaysNothing() {
        var seen = new HashSet<Byte>();
        for (var i = 0; i < 10_000 && seen.size() < 256; i++) {
            seen.add(values(KeyShares.split(SECRET, 2).getFirst())[0]);
        }

        assertThat(seen).as("one secret byte has every value as its share").hasSize(256);
    }

    @Test
    void theSameShareTwiceSharesOfTwoSplitsAndDamagedOnesAreRefused() {
        var shares = KeyShares.split(SECRET, 2);
        var damaged = values(shares.getLast());
        damaged[3] ^= 1;
        var head = shares.getLast().substring(0, shares.getLast().lastIndexOf(' ') + 1);

        assertRefused(shares.getFirst(), shares.getFirst(), "Two different shares of one set");
        assertRefused(shares.getFirst(), KeyShares.split(SECRET, 2).getLast(), "Two different shares of one set");
        assertRefused(shares.getFirst(), head + Base64.getEncoder().encodeToString(damaged), "damaged");
        assertRefused(shares.getFirst(), "a laundry list", "A share is a line");
    }

    @Test
    void twoHoldersTogetherBringTheKeyFileBack() throws IOException {
        var keys = Files.writeString(folder.resolve("keys"), KeyFile.newKey() + "\n" + KeyFile.newKey() + "\n");
        var shares = KeyShares.split(keys, folder, List.of("aigul", "bermet"));
        var before = Files.readString(keys);
        Files.delete(keys);

        KeyShares.recover(shares.getLast(), shares.getFirst(), keys);

        assertThat(keys).hasContent(before);
        assertThat(shares).allSatisfy(share -> {
            assertThat(Files.getPosixFilePermissions(share)).hasToString("[OWNER_READ, OWNER_WRITE]");
            assertThat(Files.readString(share)).doesNotContain(before.substring(0, 20));
        });
    }

    @Test
    void nothingThatIsThereIsWrittenOver() throws IOException {
        var keys = Files.writeString(folder.resolve("keys"), KeyFile.newKey());
        var shares = KeyShares.split(keys, folder, List.of("aigul", "bermet"));

        assertThatThrownBy(() -> KeyShares.split(keys, folder, List.of("aigul", "bermet")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is there already");
        assertThatThrownBy(() -> KeyShares.recover(shares.getFirst(), shares.getLast(), keys))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is there already");
    }

    private static void assertRefused(String one, String other, String why) {
        assertThatThrownBy(() -> KeyShares.recover(one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static byte[] values(String share) {
        return Base64.getDecoder().decode(share.substring(share.lastIndexOf(' ') + 1));
    }
}
