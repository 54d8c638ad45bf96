package org.aryz.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildTest {
    private static final String FORTY_PERCENT =
            """
            {"generation":5,"version":2,"position":40,"percent":40.0,"estimatedEnd":"2026-03-01T10:00:00Z","waitsFor":0}""";
    private static final String WAITING =
            """
            {"generation":5,"version":2,"position":100,"percent":100.0,"waitsFor":2}""";
    private static final String FAILING =
            """
            {"generation":5,"version":2,"position":40,"percent":40.0,"waitsFor":0,"failure":"java.lang.IllegalStateException"}""";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private final List<String> looks = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path);
        var rebuild = path.endsWith("/rebuild");
        var body = path.startsWith("/realms")
                ? "{\"access_token\":\"t\"}"
                : rebuild ? "{\"name\":\"board\",\"generation\":5}" : nextLook();
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(rebuild ? 202 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The last one again and again. */
    private String nextLook() {
        return looks.size() > 1 ? looks.removeFirst() : looks.getFirst();
    }

    private static String look(int serving, String building) {
        return """
                {"projections":[{"name":"alerts"},{"name":"board","serving":{"generation":%d},"building":%s}]}"""
                .formatted(serving, building);
    }

    private void rebuild(String service, String name) throws InterruptedException {
        var port = server.getAddress().getPort();
        var settings = new Settings(Path.of("."), Path.of("."), Map.of(Port.KEYCLOAK, port, Port.DEADLINE, port));
        new Rebuild(settings, new Progress(new PrintStream(said, true, UTF_8)), Duration.ofMillis(1))
                .run(service, name);
    }

    @Test
    void itIsFollowedUntilItServes() throws InterruptedException {
        looks.addAll(List.of(look(3, FORTY_PERCENT), look(3, WAITING), look(5, "null")));

        rebuild("deadline", "board");

        assertThat(asked).contains("POST /projections/board/rebuild", "GET /projections");
        assertThat(said.toString(UTF_8))
                .contains("40.0 %, position 40, until about 2026-03-01T10:00:00Z")
                .contains("100.0 %, position 100, waits for 2 replicas")
                .endsWith("Generation 5 of board serves\n");
    }

    @Test
    void whatFailsAgainAndAgainEndsIt() {
        looks.addAll(List.of(look(3, FAILING), look(3, FORTY_PERCENT), look(3, FAILING)));

        assertThatThrownBy(() -> rebuild("deadline", "board"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("beyond position 40: java.lang.IllegalStateException");
        assertThat(asked).filteredOn("GET /projections"::equals).hasSize(12);
    }

    @Test
    void whatIsGivenUpEndsIt() {
        looks.add(look(3, "{\"generation\":6}"));

        assertThatThrownBy(() -> rebuild("deadline", "board")).hasMessageContaining("given up");
    }

    @Test
    void whatCannotBeBuiltIsNamed() {
        assertThatThrownBy(() -> rebuild("kafka", "board")).hasMessageContaining("kafka");
        assertThatThrownBy(() -> rebuild("deadline", "../x")).hasMessageContaining("../x");
    }
}
