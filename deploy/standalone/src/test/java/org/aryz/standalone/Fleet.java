package org.aryz.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replicas of the deadline service: the one of the stack, and more of the same on ports of their own. */
final class Fleet implements AutoCloseable {

    private static final String FIRST = "deadline";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final List<Part> parts;
    private final Map<String, Integer> ports = new HashMap<>();

    Fleet(Settings settings, List<Part> parts) {
        this.settings = settings;
        this.parts = parts;
    }

    /** Starts as many as are missing, and returns when all are ready. */
    void grow(int replicas) throws IOException {
        for (var number = 1; number <= replicas; number++) {
            var name = number == 1 ? FIRST : FIRST + "-" + number;
            if (child(name).process().isEmpty()) {
                start(name);
            }
        }
        await().atMost(PATIENCE).until(() -> ports.values().stream().allMatch(Fleet::isReady));
    }

    private void start(String name) throws IOException {
        var launch = parts.stream()
                .filter(part -> part.name().equals(FIRST))
                .findFirst()
                .orElseThrow()
                .launch();
        var port = name.equals(FIRST) ? settings.port(Port.DEADLINE) : portOf(name);
        ports.put(name, port);
        var environment = new HashMap<>(launch.environment());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        child(name).start(new Launch(launch.command(), environment));
    }

    private int portOf(String name) {
        return ports.computeIfAbsent(
                name, _ -> Integer.parseInt(TestStack.freePorts().get(Port.DEADLINE.setting())));
    }

    private static boolean isReady(int port) {
        return Http.isOk("http://localhost:" + port + "/q/health/ready");
    }

    /** As a power cut would. */
    void kill(String name) {
        var process = child(name).process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        ports.remove(name);
    }

    private Child child(String name) {
        return new Child(settings.home(), name);
    }

    @Override
    public void close() {
        for (var name : new ArrayList<>(ports.keySet())) {
            child(name).process().ifPresent(ProcessHandle::destroyForcibly);
            child(name).forget();
        }
    }
}
