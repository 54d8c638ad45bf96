package org.aryz.testplatform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The real PostgreSQL as a child process, from binaries on the class path. */
record EmbeddedPostgresServer(int port, String directory) implements Server {

    static EmbeddedPostgresServer fresh() {
        var server = new EmbeddedPostgresServer(
                Ports.free(), Directories.temporary("aryz-postgres").toString());
        Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
        server.start();
        return server;
    }

    @Override
    public String address() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=postgres";
    }

    // The server object is not kept: another class loader may have to stop what this one started.
    @Override
    @SuppressWarnings("resource")
    public void start() {
        try {
            // The lock of the stopped server is held by this very JVM, perhaps by another class loader.
            Files.deleteIfExists(Path.of(directory, "epg-lock"));
            EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    // The library would switch it off; tests of what is committed need it as in production.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    // Also off in the library: tests don't pull the plug. What is measured has to wait for the disk.
                    .setServerConfig(
                            "fsync", Setting.of("aryz.test.postgres.fsync").orElse("off"))
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        process().ifPresent(postgres -> {
            quit(postgres);
            postgres.onExit().join();
        });
    }

    private void remove() {
        stop();
        Directories.delete(Path.of(directory));
    }

    /** SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, recovery at the next start, and no process stays behind. */
    private static void quit(ProcessHandle postgres) {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(postgres.pid())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessHandle> process() {
        try {
            String pid =
                    Files.readAllLines(Path.of(directory, "postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Path> dataDirectory() {
        return Optional.of(Path.of(directory));
    }

    @Override
    public String format() {
        return "embedded-postgres " + port + " " + directory;
    }
}
