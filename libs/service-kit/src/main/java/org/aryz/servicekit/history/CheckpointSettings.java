package org.aryz.servicekit.history;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.kafka.TopicWitness;
import org.aryz.eventlog.notary.DirectoryWitness;
import org.aryz.eventlog.notary.NotarySettings;
import org.aryz.eventlog.notary.Witness;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By which key a service signs checkpoints, how often, and which witnesses it tells. */
@Singleton
public final class CheckpointSettings {

    private final String service;
    private final NoteSigner signer;
    private final NotarySettings notary;
    private final Optional<Path> directory;
    private final Optional<String> topic;
    private final int replicationFactor;
    private final String kafka;

    CheckpointSettings(
            @ConfigProperty(name = "aryz.service") String service,
            @ConfigProperty(name = "aryz.checkpoint.key-file") Optional<Path> keyFile,
            @ConfigProperty(name = "aryz.checkpoint.every") Duration every,
            @ConfigProperty(name = "aryz.checkpoint.directory") Optional<Path> directory,
            @ConfigProperty(name = "aryz.checkpoint.topic") Optional<String> topic,
            @ConfigProperty(name = "aryz.kafka.replication-factor") int replicationFactor,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.service = service;
        this.signer = NoteSigner.withKeyFile(
                service,
                keyFile.orElseThrow(() -> new IllegalStateException(
                        "Set ARYZ_CHECKPOINT_KEY_FILE to the file of the key that signs checkpoints")));
        this.notary = NotarySettings.every(every);
        this.directory = directory;
        this.topic = topic;
        this.replicationFactor = replicationFactor;
        this.kafka = kafka;
    }

    /** The signer under the name of the log; a log that is restored from a backup has another name. */
    NoteSigner signerOf(Object logId) {
        return signer.named("aryz/" + service + "/" + logId);
    }

    NotarySettings notary() {
        return notary;
    }

    List<Witness> witnesses(Instance<Witness> others) {
        var all = new ArrayList<Witness>(others.stream().toList());
        directory.map(DirectoryWitness::new).ifPresent(all::add);
        topic.map(name -> new TopicWitness(name, replicationFactor, Map.of("bootstrap.servers", kafka)))
                .ifPresent(all::add);
        return all;
    }
}
