package org.aryz.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aryz.testplatform.PlatformResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it ships does not pretend to be ready when it knows nobody to tell. */
class RefusedStartIT {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path directory;

    @Test
    void withoutAListOfRecipientsItEndsAtOnceWithOneSentence() throws IOException, InterruptedException {
        var missing = directory.resolve("recipients.json");
        var said = directory.resolve("said");
        var service = new ProcessBuilder(command(missing))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            service.destroyForcibly();
        }
        assertThat(service.exitValue()).isNotZero();
        assertThat(Files.readAllLines(said))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ARYZ_RECIPIENTS_FILE: " + missing)
                        .contains("docs/operations.md"))
                .noneSatisfy(line -> assertThat(line).startsWith("\tat "));
    }

    private static List<String> command(Path recipients) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        new PlatformResource().start().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(
                List.of("-Dquarkus.http.port=0", "-Daryz.recipients.file=" + recipients, "-jar", JAR.toString()));
        return command;
    }
}
