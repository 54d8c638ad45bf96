package org.aryz.deadline.view.horizon;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the files are written, how often, and how far they look ahead. */
@Singleton
public final class HorizonSettings {
    private final Optional<Path> directory;
    private final Duration every;
    private final int days;

    HorizonSettings(
            @ConfigProperty(name = "aryz.horizon.directory") Optional<Path> directory,
            @ConfigProperty(name = "aryz.horizon.every") Duration every,
            @ConfigProperty(name = "aryz.horizon.days") int days) {
        this.directory = directory;
        this.every = every;
        this.days = days;
    }

    /** Empty where no files are wanted. */
    public Optional<Path> directory() {
        return directory;
    }

    public Duration every() {
        return every;
    }

    int days() {
        return days;
    }
}
