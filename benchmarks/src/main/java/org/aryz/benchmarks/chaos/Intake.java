package org.aryz.benchmarks.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.aryz.benchmarks.Project;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.Ports;
import org.aryz.testplatform.PublicTopic;
import org.aryz.testplatform.TestKafka;
import org.aryz.testplatform.TestPostgres;
import org.aryz.testplatform.TestTokens;

/** The intake service as it ships, in a process of its own that can be killed; with a database of its own. */
final class Intake implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOPIC = "aryz.complaints";
    private static final String RECEIVED = "complaint.received";

    private final int port = Ports.free();
    private final Path key = Keys.file();
    private final Path sealing = Keys.file();
    private final Path output;
    private final Duration idleAllowed;
    private final Store store;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private Process process;

    /** Starts it on a fresh database of that server, and returns when it is ready. */
    Intake(TestPostgres server, Duration idleAllowed) throws IOException {
        this.idleAllowed = idleAllowed;
        this.store = Store.empty(server);
        this.output = Files.createTempFile("aryz-intake", ".log");
        this.process = started();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
        untilReady();
    }

    /** As a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() throws IOException {
        process = started();
        untilReady();
    }

    private Process started() throws IOException {
        var jar = Project.file("intake-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IOException(jar + " is not built; run ./mvnw package first");
        }
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString());
        builder.environment().putAll(environment());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private Map<String, String> environment() {
        var roles = store.roles();
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "localhost"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", store.database().jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", store.database().reactiveUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", roles.service()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", roles.password()),
                Map.entry("QUARKUS_FLYWAY_USERNAME", roles.owner()),
                Map.entry("QUARKUS_FLYWAY_PASSWORD", roles.password()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", TestKafka.shared().bootstrapServers()),
                Map.entry("ARYZ_KEY_FILE", sealing.toString()),
                Map.entry("ARYZ_CHECKPOINT_KEY_FILE", key.toString()),
                Map.entry("ARYZ_WATCH_IDLE_TRANSACTION", idleAllowed.toString()),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", ""),
                Map.entry("QUARKUS_OIDC_PUBLIC_KEY", TestTokens.publicKey()));
    }

    private void untilReady() {
        Patience.until(
                "intake is ready, see " + output,
                PATIENCE,
                () -> !process.isAlive() || asked("/q/health/ready").startsWith("200"));
        if (!process.isAlive()) {
            throw new IllegalStateException("Intake ended, see " + output);
        }
    }

    /** Status and body of an answer; empty if there is none. */
    String asked(String path) {
        try {
            var request = HttpRequest.newBuilder(at(path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    Store store() {
        return store;
    }

    Door door() {
        return new IntakeDoor(http, at("/complaints"));
    }

    /** Holds the store against the ledger, and waits until all of it is on the topic. */
    Judgement judged(Ledger ledger) throws SQLException {
        var judge = new Judge(store, NoteSigner.withKeyFile("aryz/chaos", key).publicKey(), RECEIVED);
        var judgement = judge.judge(ledger);
        var unpublished = judge.ids();
        try {
            Patience.until("all is published", PATIENCE, () -> unpublished.isEmpty() || seen(unpublished));
        } catch (AssertionError _) {
            return judgement.and(unpublished.size(), 0);
        }
        return judgement;
    }

    private static boolean seen(Set<UUID> unpublished) {
        unpublished.removeAll(PublicTopic.records(TOPIC).stream()
                .map(told -> UUID.fromString(PublicTopic.header(told, "ce_id")))
                .collect(Collectors.toCollection(HashSet::new)));
        return unpublished.isEmpty();
    }

    @Override
    public void close() throws IOException, SQLException {
        process.destroyForcibly().onExit().join();
        http.close();
        store.close();
        Files.delete(output);
    }
}
