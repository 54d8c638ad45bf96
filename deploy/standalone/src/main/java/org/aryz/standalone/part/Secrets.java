package org.aryz.standalone.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** What nobody else may know: made by chance at the first start, kept in files that only their owner reads. */
final class Secrets {

    private final Path folder;

    Secrets(Path home) {
        folder = home.resolve("secrets");
    }

    String databasePassword() {
        return read(file("database-password", () -> HexFormat.of().formatHex(random(16))));
    }

    /** The file of the key-encryption key: one line, the base 64 of 32 random bytes. */
    Path keyFile() {
        return file("key-encryption-key", () -> Base64.getEncoder().encodeToString(random(32)) + "\n");
    }

    /** The file of the key by which a service signs checkpoints of its history, in the same form. */
    Path checkpointKeyFile(String service) {
        return file("checkpoint-key-" + service, () -> Base64.getEncoder().encodeToString(random(32)) + "\n");
    }

    private synchronized Path file(String name, Supplier<String> content) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                Files.writeString(file, content.get());
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int bytes) {
        var chance = new byte[bytes];
        new SecureRandom().nextBytes(chance);
        return chance;
    }
}
