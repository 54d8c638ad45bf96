package org.aryz.benchmarks.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.seal.KeyFile;

/** Keys of one run. */
final class Keys {
    private Keys() {}

    /** Signs checkpoints by a fresh key. */
    static NoteSigner signer() {
        return NoteSigner.withKeyFile("aryz/chaos", file());
    }

    /** A file with a fresh key, which ends with this process. */
    static Path file() {
        try {
            var file = Files.writeString(Files.createTempFile("aryz-key", ".txt"), KeyFile.newKey());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
