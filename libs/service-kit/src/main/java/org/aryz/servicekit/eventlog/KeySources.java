package org.aryz.servicekit.eventlog;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.aryz.eventlog.seal.KeyFile;
import org.aryz.eventlog.seal.KeySource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where this service's key-encryption keys come from: a bean of type {@link KeySource} (a key-management service), else
 * the file {@code aryz.key-file}, else the secret {@code aryz.keys} of the environment.
 */
@Singleton
public final class KeySources {
    private final Optional<KeySource> chosen;

    KeySources(
            Instance<KeySource> own,
            @ConfigProperty(name = "aryz.key-file") Optional<Path> file,
            @ConfigProperty(name = "aryz.keys") Optional<String> keys) {
        Optional<KeySource> given = own.isResolvable() ? Optional.of(own.get()) : file.map(KeyFile::new);
        this.chosen = given.or(() -> keys.map(KeySource::text));
    }

    /** A service that seals nothing may run without. */
    boolean isThere() {
        return chosen.isPresent();
    }

    KeySource required() {
        return chosen.orElseThrow(() -> new IllegalStateException(
                "Set ARYZ_KEY_FILE to the file of the key-encryption keys, or ARYZ_KEYS to the keys themselves"));
    }
}
