package org.aryz.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The process of one part. It outlives the launcher: a file remembers its id and start, so that any later command finds
 * exactly this process and never another one that was given the same id.
 */
final class Child {

    private static final Path NOTHING = Path.of("/dev/null");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** The start of a process is told relative to the boot of the machine, so it moves when the clock is set. */
    private static final Duration ADJUSTED_CLOCK = Duration.ofMinutes(1);

    private static final int LONG_LINE = 500;

    private final Path folder;
    private final Path run;
    private final Path log;
    private final Path remembered;

    Child(Path home, String name) {
        folder = home.resolve("logs");
        log = folder.resolve(name + ".log");
        run = home.resolve("run");
        remembered = run.resolve(name);
    }

    Path log() {
        return log;
    }

    /** Starts the process, its output going to the log; the log of the start before is kept beside it. */
    ProcessHandle start(Launch launch) throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(run);
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
        var builder = new ProcessBuilder(inSessionOfItsOwn(launch.command()));
        builder.environment().putAll(launch.environment());
        builder.redirectInput(NOTHING.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.directory(folder.toFile());
        var process = builder.start().toHandle();
        Files.writeString(remembered, process.pid() + " " + startOf(process));
        return process;
    }

    /** The living process, if there is one. */
    Optional<ProcessHandle> process() {
        try {
            var words = Files.readString(remembered).strip().split(" ", 2);
            var start = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).until(start).abs().compareTo(ADJUSTED_CLOCK) < 0);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Whether the process was started and not stopped by us: if it does not live, it died. */
    boolean isRemembered() {
        return Files.exists(remembered);
    }

    void forget() {
        try {
            Files.deleteIfExists(remembered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of the log. */
    String endOfLog(int lines) {
        try {
            var all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.stream()
                    .skip(Math.max(0, all.size() - lines))
                    .map(line -> line.length() > LONG_LINE ? line.substring(0, LONG_LINE) + "..." : line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException _) {
            return "(it wrote no log)";
        }
    }

    /** So that Ctrl-C reaches the launcher alone, which then stops the parts in good order. */
    private static List<String> inSessionOfItsOwn(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        var line = new ArrayList<String>(List.of(SETSID.toString()));
        line.addAll(command);
        return line;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
