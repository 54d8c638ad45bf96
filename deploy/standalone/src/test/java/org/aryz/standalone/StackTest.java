package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    private static final String RUNS = "touch %s.ready; exec sleep 60";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Stack stack = new Stack(new Settings(Path.of("."), Path.of("."), Map.of()), List.of(), progress());

    @AfterEach
    void stop() {
        stack.stop();
    }

    @Test
    void aPartStartsOnceWhatItNeedsIsReady() {
        var server = Pretender.that("server", folder, "sleep 0.3; " + RUNS.formatted("server"));
        var service = Pretender.that("service", folder, "test -e server.ready || exit 1; " + RUNS.formatted("service"))
                .needing("server");

        start(List.of(service, server));

        assertThat(stack.isRunning(server)).isTrue();
        assertThat(stack.isRunning(service)).isTrue();
    }

    @Test
    void aPartThatDiesIsNamedWithTheEndOfItsLog() {
        var broken = Pretender.that("broken", folder, "echo the disk is full; exit 3");

        assertThatThrownBy(() -> start(List.of(broken)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("broken ended unexpectedly")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void aTakenPortIsNamedWithTheSettingThatChangesIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new Settings(folder, folder, Map.of(Port.INTAKE, taken.getLocalPort()));
            var part = Pretender.that("intake", folder, "sleep 60").listeningOn(Port.INTAKE);

            assertThatThrownBy(() -> new Stack(settings, List.of(part), progress()).start())
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("ARYZ_INTAKE_PORT");
        }
    }

    @Test
    void whatRunsIsLeftAloneAndWhatDiedIsStartedAgain() throws Exception {
        var one = Pretender.that("one", folder, "echo x >> one.starts; " + RUNS.formatted("one"));
        var two = Pretender.that("two", folder, "echo x >> two.starts; " + RUNS.formatted("two"));
        start(List.of(one, two));
        kill("two");

        start(List.of(one, two));

        await().untilAsserted(() -> assertThat(startsOf("two")).hasSize(2));
        assertThat(startsOf("one")).hasSize(1);
    }

    @Test
    void anotherLauncherStopsWhatThisOneStarted() {
        var part = Pretender.that("part", folder, RUNS.formatted("part"));
        start(List.of(part));

        new Stack(settings(), List.of(part), progress()).stop();

        assertThat(stack.isRunning(part)).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("part", "stopped");
    }

    private List<String> startsOf(String name) throws Exception {
        return Files.readAllLines(folder.resolve(name + ".starts"));
    }

    private void start(List<Part> parts) {
        stack = new Stack(settings(), parts, progress());
        stack.start();
    }

    private void kill(String name) throws Exception {
        var process = new Child(folder, name).process().orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
    }

    private Settings settings() {
        return new Settings(folder, folder, Map.of());
    }

    private Progress progress() {
        return new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
