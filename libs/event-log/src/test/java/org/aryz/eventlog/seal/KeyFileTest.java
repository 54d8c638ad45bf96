package org.aryz.eventlog.seal;

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
    @TempDir
    private Path folder;

    @Test
    void aNewKeyIsReadAgain() throws IOException {
        var file = Files.writeString(folder.resolve("key"), KeyFile.newKey() + "\n");

        assertThat(KeyFile.read(file)).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all!", "AAAA\nAAAA"})
    void aBadFileIsRefusedByNamingTheFileAndWhatToDoButNotItsContent(String content) throws IOException {
        var file = Files.writeString(folder.resolve("key"), content);

        var refusal = assertThatThrownBy(() -> KeyFile.read(file)).isInstanceOf(IllegalArgumentException.class);

        refusal.hasMessageContaining(file.toString()).hasMessageContaining("openssl rand -base64 32");
        if (!content.isEmpty()) {
            refusal.hasMessageNotContaining(content);
        }
    }

    @Test
    void aMissingFileIsNamedTogetherWithWhatToDo() {
        var file = folder.resolve("absent");

        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("openssl rand -base64 32");
    }
}
