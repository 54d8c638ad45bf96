package org.aryz.standalone.part;

import static org.aryz.standalone.Port.KAFKA;
import static org.aryz.standalone.Port.KAFKA_CONTROLLER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.aryz.standalone.Launch;
import org.aryz.standalone.Part;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;

/** One Kafka broker that is its own controller (KRaft). Topics are not its business: the services create theirs. */
final class Kafka implements Part {

    private static final int HEAP = 384;

    private final Settings settings;
    private final Path data;

    Kafka(Settings settings) {
        this.settings = settings;
        this.data = settings.home().resolve("data/kafka");
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Set<Port> ports() {
        return Set.of(KAFKA, KAFKA_CONTROLLER);
    }

    @Override
    public String address() {
        return "localhost:" + settings.port(KAFKA);
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data);
        Files.writeString(configuration(), properties());
        if (!Files.exists(data.resolve("log/meta.properties"))) {
            Run.toEnd(new Java(HEAP)
                    .main(
                            classPath(),
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            Uuid.randomUuid().toString(),
                            "-c",
                            configuration().toString()));
        }
    }

    @Override
    public Launch launch() throws IOException {
        return new Launch(new Java(HEAP)
                .startingFast()
                .archivingClasses(settings.home(), name())
                .with(
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.log.kafka.server=info")
                .main(classPath(), "kafka.Kafka", configuration().toString()));
    }

    @Override
    public boolean isReady() {
        if (!Port.isTaken(settings.port(KAFKA))) {
            return false;
        }
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", address(), "default.api.timeout.ms", 3000, "request.timeout.ms", 2000))) {
            return !admin.describeCluster().nodes().get(4, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String classPath() {
        return settings.built().resolve("lib") + "/*";
    }

    private Path configuration() {
        return data.resolve("server.properties");
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@localhost:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=12
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                """
                .formatted(settings.port(KAFKA), settings.port(KAFKA_CONTROLLER), data.resolve("log"));
    }
}
