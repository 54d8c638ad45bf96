package org.aryz.testplatform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of its own on a small file system of its own, in memory, which can be filled to the last byte and harms
 * nobody else. A namespace of the kernel makes that possible for any user; nothing is left of it when its shell ends.
 */
public final class SmallDisk implements AutoCloseable {
    private static final List<String> NAMESPACE =
            List.of("unshare", "--user", "--map-user=65534", "--map-group=65534", "--mount", "--keep-caps");
    private static final String MOUNT = "mount -t tmpfs -o size=%dm,mode=0700 none %s";

    private static final String QUIT = "kill -QUIT $(head -n 1 data/postmaster.pid) 2>/dev/null";
    private static final String ENDED =
            "while kill -0 $(head -n 1 data/postmaster.pid) 2>/dev/null; do sleep 0.05; done";

    private final Path directory;
    private final Process shell;
    private final Writer commands;
    private final BufferedReader answers;
    private final TestPostgres postgres;

    private SmallDisk(Path directory, Path programs, int megabytes) throws IOException {
        this.directory = directory;
        var disk = Files.createDirectory(directory.resolve("disk"));
        shell = inNamespace("sh")
                .directory(disk.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        commands = shell.outputWriter(UTF_8);
        answers = shell.inputReader(UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(shell::destroy));
        run(MOUNT.formatted(megabytes, disk) + " && cd " + disk);
        run("%s/initdb -D data -U postgres -A trust -E UTF8 --locale=C --wal-segsize=1 --no-sync >>../log 2>&1"
                .formatted(programs));
        run("trap '" + QUIT + "' EXIT HUP TERM");
        postgres = TestPostgres.on(new OnSmallDisk(Ports.free(), programs));
        postgres.start();
    }

    /** Why there can't be one on this machine; empty if there can. */
    public static Optional<String> obstacle() {
        if (TestPostgres.shared().dataDirectory().isEmpty()) {
            return Optional.of("PostgreSQL is not the embedded one: a full disk was not tried");
        }
        try {
            var tried = inNamespace("sh", "-c", MOUNT.formatted(1, "/tmp"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("this machine lets nobody have a file system of his own: a full disk was not tried");
        } catch (IOException e) {
            return Optional.of("there is no unshare: a full disk was not tried");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder inNamespace(String... command) {
        var whole = new ArrayList<>(NAMESPACE);
        whole.addAll(List.of(command));
        return new ProcessBuilder(whole);
    }

    public static SmallDisk of(int megabytes) {
        try {
            var shared = TestPostgres.shared().dataDirectory().orElseThrow();
            var pid = Long.parseLong(Files.readAllLines(shared.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            var program = ProcessHandle.of(pid).flatMap(server -> server.info().command());
            var programs = Path.of(program.orElseThrow()).resolveSibling("");
            return new SmallDisk(Directories.temporary("aryz-small-disk"), programs, megabytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server whose files are on it; {@link TestPostgres#start} brings it back where a full disk ended it. */
    public TestPostgres postgres() {
        return postgres;
    }

    /** Leaves not one byte free. */
    public void fill() {
        run("cat /dev/zero >ballast 2>/dev/null || true");
    }

    /** Gives back what {@link #fill} took. */
    public void free() {
        run("rm -f ballast");
    }

    private synchronized void run(String command) {
        try {
            commands.write(command + "\necho $?\n");
            commands.flush();
            var status = answers.readLine();
            if (!"0".equals(status)) {
                throw new IllegalStateException("\"%s\" came to %s; see %s/log".formatted(command, status, directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        postgres.stop();
        shell.destroy();
        Directories.delete(directory);
    }

    /** The server, for {@link TestPostgres}. */
    private final class OnSmallDisk implements Server {
        private final int port;
        private final Path programs;

        OnSmallDisk(int port, Path programs) {
            this.port = port;
            this.programs = programs;
        }

        @Override
        public String address() {
            return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=postgres";
        }

        @Override
        public void start() {
            // Little of the disk is held in advance, so that a full one is felt at once.
            run(("kill -0 $(head -n 1 data/postmaster.pid) 2>/dev/null || { %s/postgres -D data -p %d"
                            + " -c unix_socket_directories= -c listen_addresses=localhost -c max_wal_size=4MB"
                            + " -c min_wal_size=2MB -c fsync=off >>../log 2>&1 & }")
                    .formatted(programs, port));
        }

        @Override
        public void stop() {
            run(QUIT + "; " + ENDED);
        }

        @Override
        public String format() {
            return "small-disk " + port;
        }
    }
}
