package org.aryz.testplatform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The real Kafka broker as a child process, with the class path of the tests. */
record EmbeddedKafkaServer(int port, String directory) implements Server {

    static EmbeddedKafkaServer fresh() {
        var server = new EmbeddedKafkaServer(
                Ports.free(), Directories.temporary("aryz-kafka").toString());
        Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
        server.configure();
        server.start();
        return server;
    }

    /** What makes one Kafka process broker and controller at once; topics are created by those who own them, never by themselves. */
    static Map<String, String> oneNode(String broker, String controller, String advertised) {
        return Map.ofEntries(
                Map.entry("node.id", "1"),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://" + advertised),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("auto.create.topics.enable", "false"),
                // A broker that crashed is let in again only when its former session is over.
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("group.initial.rebalance.delay.ms", "0"));
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void start() {
        try {
            Process kafka = JavaProcess.of(
                            KafkaProcess.class, 384, file("server.properties").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(file("kafka.log").toFile()))
                    .start();
            Files.writeString(file("pid"), Long.toString(kafka.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        process().ifPresent(kafka -> {
            kafka.destroyForcibly();
            kafka.onExit().join();
        });
    }

    @Override
    public void freeze() {
        signal("STOP");
    }

    @Override
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            long pid = process().orElseThrow().pid();
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String lastWords() {
        String state = process().isPresent() ? "running" : "dead";
        try {
            List<String> lines = Files.readAllLines(file("kafka.log"));
            return "Kafka is " + state + "; the end of its log:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "Kafka is " + state + " and wrote no log";
        }
    }

    private void configure() {
        Map<String, String> settings =
                new TreeMap<>(oneNode("localhost:" + port, "localhost:" + Ports.free(), "localhost:" + port));
        settings.put("log.dirs", file("data").toString());
        try {
            Files.write(
                    file("server.properties"),
                    settings.entrySet().stream().map(Object::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() {
        stop();
        Directories.delete(Path.of(directory));
    }

    private Optional<ProcessHandle> process() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file("pid"))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return Path.of(directory, name);
    }

    @Override
    public String format() {
        return "embedded-kafka " + port + " " + directory;
    }
}
