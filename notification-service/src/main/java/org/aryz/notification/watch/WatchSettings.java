package org.aryz.notification.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long signs of life may fail to come. */
@Singleton
class WatchSettings {
    private final Duration watermarkPatience;
    private final Optional<String> canaryMailbox;
    private final Duration canaryEvery;
    private final Duration canaryPatience;

    WatchSettings(
            @ConfigProperty(name = "aryz.watermark.patience") Duration watermarkPatience,
            @ConfigProperty(name = "aryz.canary.mailbox") Optional<String> canaryMailbox,
            @ConfigProperty(name = "aryz.canary.every") Duration canaryEvery,
            @ConfigProperty(name = "aryz.canary.patience") Duration canaryPatience) {
        this.watermarkPatience = watermarkPatience;
        this.canaryMailbox = canaryMailbox;
        this.canaryEvery = canaryEvery;
        this.canaryPatience = canaryPatience;
    }

    Duration watermarkPatience() {
        return watermarkPatience;
    }

    /** Where canaries go; without one they end at the door. */
    Optional<String> canaryMailbox() {
        return canaryMailbox;
    }

    /** Empty where none is waited for. */
    Optional<Duration> longestWithoutCanary() {
        return canaryMailbox.map(_ -> canaryEvery.plus(canaryPatience));
    }
}
