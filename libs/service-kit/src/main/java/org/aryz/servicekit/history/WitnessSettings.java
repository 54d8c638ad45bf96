package org.aryz.servicekit.history;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aryz.eventlog.kafka.TopicWitness;
import org.aryz.eventlog.notary.DirectoryWitness;
import org.aryz.eventlog.notary.TimeStampWitness;
import org.aryz.eventlog.notary.Witness;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whom a service tells of its checkpoints, all of them at once: a directory, a topic, mailboxes, an authority that stamps. */
@Singleton
final class WitnessSettings {

    private final Optional<Path> directory;
    private final Optional<String> topic;
    private final Optional<URI> authority;
    private final Duration stampEvery;
    private final Mail mail;
    private final int replicationFactor;
    private final String kafka;

    WitnessSettings(
            Mail mail,
            @ConfigProperty(name = "aryz.checkpoint.directory") Optional<Path> directory,
            @ConfigProperty(name = "aryz.checkpoint.topic") Optional<String> topic,
            @ConfigProperty(name = "aryz.checkpoint.time-stamp.authority") Optional<URI> authority,
            @ConfigProperty(name = "aryz.checkpoint.time-stamp.every") Duration stampEvery,
            @ConfigProperty(name = "aryz.kafka.replication-factor") int replicationFactor,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.mail = mail;
        this.directory = directory;
        this.topic = topic;
        this.authority = authority;
        this.stampEvery = stampEvery;
        this.replicationFactor = replicationFactor;
        this.kafka = kafka;
    }

    /** Where mails go, if they do. No record: the annotations of its components would make its methods producers. */
    @Singleton
    static final class Mail {
        private final Optional<Witness> witness;

        Mail(
                @ConfigProperty(name = "aryz.checkpoint.mail.to") Optional<String> to,
                @ConfigProperty(name = "aryz.checkpoint.mail.from") String from,
                @ConfigProperty(name = "aryz.checkpoint.mail.server") URI server,
                @ConfigProperty(name = "aryz.checkpoint.mail.every") Duration every) {
            this.witness = to.map(addresses -> new MailWitness(server, from, addresses, every));
        }
    }

    /** @param others witnesses that the service brings itself */
    List<Witness> witnesses(Instance<Witness> others, Pool pool) {
        List<Witness> all = new ArrayList<>(others.stream().toList());
        directory.map(DirectoryWitness::new).ifPresent(all::add);
        topic.map(name -> new TopicWitness(name, replicationFactor, Map.of("bootstrap.servers", kafka)))
                .ifPresent(all::add);
        mail.witness.ifPresent(all::add);
        authority.map(at -> new TimeStampWitness(at, stampEvery, pool)).ifPresent(all::add);
        return all;
    }
}
