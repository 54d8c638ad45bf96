package org.aryz.standalone.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program that ends by itself. */
final class Run {

    private static final int LINES_SHOWN = 20;

    private Run() {}

    /** Waits for the end; an exit code other than 0 is a failure that shows what the program said. */
    static void toEnd(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (codeOf(process) != 0) {
            var lines = said.lines().toList();
            throw new IOException(command.getFirst() + " failed:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())));
        }
    }

    /** Whether the program is there and ends well. */
    static boolean works(String... command) {
        try {
            toEnd(List.of(command));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int codeOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
