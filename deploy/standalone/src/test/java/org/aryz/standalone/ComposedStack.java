package org.aryz.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The system of docker-compose.yml under a project name of its own, on free ports. */
final class ComposedStack implements AutoCloseable {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> BASE_IMAGES = List.of(
            "eclipse-temurin:25-jre",
            "postgres:18",
            "apache/kafka:4.2.1",
            "quay.io/keycloak/keycloak:26.7",
            "greenmail/standalone:2.1.13");
    private static final long MOST_MINUTES = 10;

    private final List<String> compose;
    private final Map<String, String> ports;

    ComposedStack(Map<String, String> ports) throws IOException {
        this.compose = new ArrayList<>(
                works("docker-compose", "version") ? List.of("docker-compose") : List.of("docker", "compose"));
        this.compose.addAll(List.of("-p", "aryztest"));
        this.ports = Map.copyOf(ports);
    }

    /** Why the containers can't be started on this machine; empty if they can. */
    static String obstacle() throws IOException {
        if (!works("docker", "version")) {
            return "no Docker engine answers: docker-compose.yml was not tried";
        }
        if (!works("docker-compose", "version") && !works("docker", "compose", "version")) {
            return "there is no Compose: docker-compose.yml was not tried";
        }
        for (var image : BASE_IMAGES) {
            if (!works("docker", "image", "inspect", image) && !works("docker", "pull", "-q", image)) {
                return "the image " + image + " can't be had: docker-compose.yml was not tried";
            }
        }
        return "";
    }

    Settings settings() {
        return Settings.of(PROJECT, ports);
    }

    void compose(String... arguments) throws IOException {
        var command = new ArrayList<>(compose);
        command.addAll(List.of(arguments));
        if (exitCode(command, ports, ProcessBuilder.Redirect.INHERIT) != 0) {
            throw new IOException(String.join(" ", command) + " failed; see above");
        }
    }

    @Override
    public void close() throws IOException {
        compose("down", "--volumes", "--timeout", "5");
    }

    private static boolean works(String... command) throws IOException {
        return exitCode(List.of(command), Map.of(), ProcessBuilder.Redirect.DISCARD) == 0;
    }

    private static int exitCode(List<String> command, Map<String, String> environment, ProcessBuilder.Redirect output)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(PROJECT.toFile())
                .redirectOutput(output)
                .redirectError(output);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException _) {
            return -1; // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
