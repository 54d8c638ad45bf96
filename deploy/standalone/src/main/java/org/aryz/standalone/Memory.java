package org.aryz.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much memory a process and its children hold. Linux tells it with shared pages divided among those who share them
 * (PSS); elsewhere {@code ps} tells the resident size, which counts the shared buffers of PostgreSQL more than once.
 */
final class Memory {

    private Memory() {}

    static long megabytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(one -> kilobytes(one.pid()))
                        .sum()
                / 1024;
    }

    private static long kilobytes(long pid) {
        try {
            return pss(pid);
        } catch (IOException _) {
            return resident(pid);
        }
    }

    private static long pss(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }

    private static long resident(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            var said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? 0 : Long.parseLong(said);
        } catch (IOException _) {
            return 0;
        }
    }
}
