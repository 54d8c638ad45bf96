package org.aryz.testplatform;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** A server in a container of its own, on a fixed port of the host, so that its address outlives a restart. */
record DockerServer(String address, String container) implements Server {

    static final String POSTGRES = "postgres:18";
    static final String KAFKA = "apache/kafka:4.2.1";

    private static final int PULL_SECONDS = 120;

    static DockerServer postgres() {
        return run(
                POSTGRES,
                5432,
                at -> "jdbc:postgresql://" + at + "/postgres?user=postgres&password=postgres",
                (container, at) -> {
                    container.addEnv("POSTGRES_PASSWORD", "postgres");
                    container.setCommand("postgres", "-c", "max_connections=200");
                });
    }

    static DockerServer kafka() {
        return run(KAFKA, 9092, Function.identity(), (container, at) -> EmbeddedKafkaServer.oneNode(
                        "0.0.0.0:9092", "localhost:9093", at)
                .forEach((key, value) ->
                        container.addEnv("KAFKA_" + key.replace('.', '_').toUpperCase(Locale.ROOT), value)));
    }

    // The container ends with the JVM, by the hook; another class loader may have to stop and start it before.
    @SuppressWarnings("resource")
    private static DockerServer run(
            String image,
            int port,
            Function<String, String> addressAt,
            BiConsumer<GenericContainer<?>, String> configure) {
        int hostPort = Ports.free();
        String at = DockerClientFactory.instance().dockerHostIpAddress() + ":" + hostPort;
        GenericContainer<?> container = new GenericContainer<>(image);
        container.setPortBindings(List.of(hostPort + ":" + port));
        configure.accept(container, at);
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new DockerServer(addressAt.apply(at), container.getContainerId());
    }

    /** Whether a Docker engine answers and has the image or can get it. */
    static boolean offers(String image) {
        boolean mayAnswer = System.getenv("DOCKER_HOST") != null
                || new File("/var/run/docker.sock").exists()
                || new File(System.getProperty("user.home"), ".docker/run/docker.sock").exists();
        return mayAnswer && DockerClientFactory.instance().isDockerAvailable() && (has(image) || pulls(image));
    }

    private static boolean has(String image) {
        try {
            client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static boolean pulls(String image) {
        try {
            return client().pullImageCmd(image).start().awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS) && has(image);
        } catch (DockerException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    @Override
    public void stop() {
        client().killContainerCmd(container).exec();
    }

    @Override
    public void start() {
        client().startContainerCmd(container).exec();
    }

    @Override
    public void freeze() {
        client().pauseContainerCmd(container).exec();
    }

    @Override
    public void thaw() {
        client().unpauseContainerCmd(container).exec();
    }

    @Override
    public String format() {
        return "docker " + address + " " + container;
    }
}
