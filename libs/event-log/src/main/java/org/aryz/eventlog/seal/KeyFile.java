package org.aryz.eventlog.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret key as a file, to encrypt keys or to sign: one line, the base64 of 32 random bytes. */
public final class KeyFile {
    static final int KEY_BYTES = 32;

    private static final String REMEDY = ". It must hold one line, the base64 of 32 random bytes; make one with"
            + " `openssl rand -base64 32`, and keep a copy: without the key of sealed data, that is lost";

    private KeyFile() {}

    /** Reads a key, or says what is wrong with the file and what to do, never what is in it. */
    public static byte[] read(Path file) {
        String line;
        try {
            line = Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " can't be read" + REMEDY, e);
        }
        var key = decoded(line);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key file " + file + " holds no key" + REMEDY);
        }
        return key;
    }

    /** A fresh key, as the line that a key file holds. */
    public static String newKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] decoded(String line) {
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
