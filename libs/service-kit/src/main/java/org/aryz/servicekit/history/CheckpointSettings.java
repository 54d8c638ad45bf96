package org.aryz.servicekit.history;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.notary.NotarySettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By which key a service signs checkpoints, and how often. */
@Singleton
public final class CheckpointSettings {

    private final String service;
    private final NoteSigner signer;
    private final NotarySettings notary;

    CheckpointSettings(
            @ConfigProperty(name = "aryz.service") String service,
            @ConfigProperty(name = "aryz.checkpoint.key-file") Optional<Path> keyFile,
            @ConfigProperty(name = "aryz.checkpoint.every") Duration every) {
        this.service = service;
        this.signer = NoteSigner.withKeyFile(
                service,
                keyFile.orElseThrow(() -> new IllegalStateException(
                        "Set ARYZ_CHECKPOINT_KEY_FILE to the file of the key that signs checkpoints")));
        this.notary = NotarySettings.every(every);
    }

    /** The signer under the name of the log; a log that is restored from a backup has another name. */
    NoteSigner signerOf(Object logId) {
        return signer.named("aryz/" + service + "/" + logId);
    }

    NotarySettings notary() {
        return notary;
    }
}
