package org.aryz.eventlog.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    private static final byte[] SECRET = "a key of a unit, 32 bytes in all.".getBytes(UTF_8);
    private static final byte[] BINDING = "unit".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aNewKeyIsReadAgain() throws IOException {
        var file = Files.writeString(folder.resolve("key"), KeyFile.newKey() + "\n");

        assertThat(new KeyFile(file).read().isSingle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all!", "AAAA\nAAAA"})
    void aBadFileIsRefusedByNamingTheFileAndWhatToDoButNotItsContent(String content) throws IOException {
        var file = Files.writeString(folder.resolve("key"), content);

        var refusal = assertThatThrownBy(() -> new KeyFile(file).read()).isInstanceOf(IllegalArgumentException.class);

        refusal.hasMessageContaining(file.toString()).hasMessageContaining("openssl rand -base64 32");
        if (!content.isEmpty()) {
            refusal.hasMessageNotContaining(content);
        }
    }

    @Test
    void aMissingFileIsNamedTogetherWithWhatToDo() {
        var file = folder.resolve("absent");

        assertThatThrownBy(() -> new KeyFile(file).read())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void anAddedKeyWrapsAndTheOlderOneStillOpens() throws Exception {
        var keys = newFile();
        var before = keys.read();
        var wrapped = before.wrap(SECRET, BINDING);

        keys.add();

        var after = keys.read();
        assertThat(after.newestPrefix()).isNotEqualTo(before.newestPrefix());
        assertThat(after.unwrap(wrapped, BINDING)).isEqualTo(SECRET);
        assertThat(after.wrap(SECRET, BINDING)).startsWith(after.newestPrefix());
        assertThat(before.knows(after.wrap(SECRET, BINDING))).isFalse();
    }

    @Test
    void retiringLeavesTheNewestKeyAndRecognisesRequestsAsBefore() throws Exception {
        var keys = newFile();
        var old = keys.read();
        keys.add();
        var both = keys.read();

        keys.retireOlder();

        var left = keys.read();
        assertThat(left.isSingle()).isTrue();
        assertThat(left.newestPrefix()).isEqualTo(both.newestPrefix());
        assertThat(left.knows(old.wrap(SECRET, BINDING))).isFalse();
        assertThat(left.keyedHash(SECRET)).isEqualTo(both.keyedHash(SECRET)).isEqualTo(old.keyedHash(SECRET));
        assertThat(Files.getPosixFilePermissions(keys.path())).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void keysMayComeAsTextOfTheEnvironment() throws Exception {
        var keys = newFile();
        keys.add();

        var given =
                KeySource.text(Files.readString(keys.path()).replace('\n', ' ')).read();

        assertThat(given.isSameAs(keys.read())).isTrue();
    }

    private KeyFile newFile() throws IOException {
        return new KeyFile(Files.writeString(folder.resolve("keys"), KeyFile.newKey() + "\n"));
    }
}
