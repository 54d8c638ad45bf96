package org.aryz.testplatform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryTest {
    private static final Canary CANARY = new Canary("Kanarek");

    @TempDir
    Path folder;

    @Test
    void itIsSeenWhereverItBeginsInBase64() {
        for (String before : List.of("", "a", "ab", "abc")) {
            byte[] bytes = (before + "Kanarek sang").getBytes(UTF_8);
            assertTrue(CANARY.isIn(Base64.getEncoder().encodeToString(bytes)), before);
            assertTrue(CANARY.isIn(HexFormat.of().formatHex(bytes)), before);
        }
        assertFalse(CANARY.isIn("Kanarienvogel"));
    }

    @Test
    void theFilesThatHoldItAreNamed() throws IOException {
        Path holding = Files.write(folder.resolve("a"), "\0\1Kanarek\2".getBytes(UTF_8));
        Files.writeString(folder.resolve("b"), "Kanare k");

        assertEquals(List.of(holding), CANARY.filesIn(folder));
    }
}
