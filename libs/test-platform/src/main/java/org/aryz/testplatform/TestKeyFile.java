package org.aryz.testplatform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys of this JVM's tests, each in a file as services take it: one line, the base64 of 32 random bytes. */
public final class TestKeyFile {

    private static final int KEY_BYTES = 32;

    private TestKeyFile() {}

    /** The key-encryption key; tests may add others to it. */
    public static Path shared() {
        return Path.of(Setting.sharedByTheJvm("aryz.test.key-file", TestKeyFile::write));
    }

    /** The key that signs checkpoints, which stays alone. */
    static Path ofCheckpoints() {
        return Path.of(Setting.sharedByTheJvm("aryz.test.checkpoint-key-file", TestKeyFile::write));
    }

    private static String write() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Path file = Files.createTempFile("aryz-key", ".txt");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(key))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
