package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aryz.standalone.part.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Verify verify(Map<String, String> environment) {
        var settings = Settings.of(folder, Map.of("ARYZ_POSTGRESQL_PORT", "1"));
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Verify(new Stores(settings), environment, out, out);
    }

    @Test
    void aStoreThatCannotBeReachedFailsAndIsNamed() {
        assertThat(verify(Map.of()).run(List.of("intake"))).isEqualTo(1);

        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("intake: NOT VERIFIED, the store can't be read");
    }

    @Test
    void anotherDatabaseNeedsTheKeyOfItsCheckpoints() {
        var url = "jdbc:postgresql://localhost:1/none?connectTimeout=2";

        assertThatThrownBy(() -> verify(Map.of("ARYZ_VERIFY_URL", url)).run(List.of()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("ARYZ_VERIFY_KEY");
        assertThat(verify(Map.of("ARYZ_VERIFY_URL", url, "ARYZ_VERIFY_KEY", KEY))
                        .run(List.of()))
                .isEqualTo(1);
    }

    @Test
    void checkpointsAreOfOneServiceAndInAFileThatThereIs() throws IOException {
        var file = Files.writeString(folder.resolve("kept"), "x").toString();

        assertThatThrownBy(() -> verify(Map.of()).run(List.of("--checkpoint", file)))
                .hasMessageContaining("name it");
        assertThatThrownBy(() -> verify(Map.of()).run(List.of("intake", "--checkpoint", file + "s")))
                .hasMessageContaining("can't be read");
        assertThatThrownBy(() -> verify(Map.of()).run(List.of("intake", "--checkpoint")))
                .hasMessageContaining("needs a FILE");
        assertThatThrownBy(() -> verify(Map.of()).run(List.of("desk"))).hasMessageContaining("intake");
    }
}
