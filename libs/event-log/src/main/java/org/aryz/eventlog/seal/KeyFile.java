package org.aryz.eventlog.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The key-encryption keys as a file: a line for each, the base64 of 32 random bytes, the newest last. */
public record KeyFile(Path path) implements KeySource {

    /** Reads the keys, or says what is wrong with the file and what to do, never what is in it. */
    @Override
    public KeyRing read() {
        return KeyRing.parse(text(), "The key file " + path);
    }

    /** The key of a file that holds one alone, to sign with and not to encrypt; refused in the same words. */
    public static byte[] readSingle(Path file) {
        var keys = new KeyFile(file);
        return KeyRing.key(keys.text().strip(), "The key file " + file);
    }

    /** Adds a fresh key, which services that read the file wrap with from then on. */
    public void add() {
        read();
        replace(text().stripTrailing() + "\n" + newKey() + "\n");
    }

    /** Leaves the newest key alone. What the others still wrap is lost: call it once nothing is wrapped by them. */
    public void retireOlder() {
        replace(read().retired());
    }

    /** A fresh key, as the line that a key file holds. */
    public static String newKey() {
        var key = new byte[KeyRing.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path + " can't be read" + KeyRing.REMEDY, e);
        }
    }

    /** Whole or not at all: a reader never sees half a file, and a full disk loses no key. */
    private void replace(String text) {
        var written = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(written);
            SecretFile.write(written, text);
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path + " can't be written", e);
        }
    }
}
