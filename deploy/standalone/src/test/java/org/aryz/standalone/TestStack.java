package org.aryz.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.aryz.standalone.part.Parts;

/** The whole stack, begun anew on free ports in a folder of its own, so that it runs beside a stack in use. */
final class TestStack implements AutoCloseable {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private final Settings settings;
    private final List<Part> parts;
    private final Stack stack;

    private TestStack(Settings settings) {
        this.settings = settings;
        this.parts = Parts.of(settings);
        this.stack =
                new Stack(settings, parts, new Progress(new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static TestStack fresh() {
        var stack = new TestStack(forgotten());
        stack.start();
        return stack;
    }

    /** One whose clock can be moved. */
    static TestStack simulated() {
        var settings = forgotten();
        SimulatedTime.of(settings).turnOn();
        var stack = new TestStack(settings);
        stack.start();
        return stack;
    }

    /** Settings of a stack that is not running and knows nothing. */
    static Settings forgotten() {
        var environment = new HashMap<String, String>(freePorts());
        environment.put(
                "ARYZ_HOME", Path.of("target/stack-home").toAbsolutePath().toString());
        var settings = Settings.of(PROJECT, environment);
        new TestStack(settings).close();
        try {
            Trees.delete(settings.home().resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    Settings settings() {
        return settings;
    }

    /** Starts what does not run. */
    void start() {
        stack.start();
    }

    /** Ends a part as a power cut would. */
    void kill(String name) {
        var process = new Child(settings.home(), name).process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    Path log(String name) {
        return new Child(settings.home(), name).log();
    }

    @Override
    public void close() {
        new Stack(settings, parts, new Progress(System.out)).stop();
    }

    /** Below the range from which a machine takes the ports of outgoing connections. */
    static Map<String, String> freePorts() {
        var environment = new HashMap<String, String>();
        var next = ThreadLocalRandom.current().nextInt(20_000, 30_000);
        for (var port : Port.values()) {
            while (Port.isTaken(next)) {
                next++;
            }
            environment.put(port.setting(), Integer.toString(next++));
        }
        return environment;
    }
}
