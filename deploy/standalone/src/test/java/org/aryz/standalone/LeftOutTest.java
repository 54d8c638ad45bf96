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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftOutTest {

    private static final String COMPLAINT = "01955f6a-2c40-7d1e-8b3f-5a9c0e7d4b21";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private Settings settings;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var port = server.getAddress().getPort();
        settings = new Settings(
                Path.of("."),
                Path.of("."),
                Map.of(Port.KEYCLOAK, port, Port.DEADLINE, port, Port.INTAKE, port, Port.REFERRAL, port));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        var body =
                switch (path) {
                    case "/realms/aryz/protocol/openid-connect/token" -> "{\"access_token\":\"t\"}";
                    case "/dead-letters?limit=200" ->
                        """
                        {"deadLetters":[{"id":7,"topic":"aryz.complaints","partition":3,"offset":12,
                          "complaint":null,"reason":"undecodable","at":"2026-03-01T10:00:00Z","parked":false}]}""";
                    case "/parked-complaints?limit=200" -> {
                        exchange.getResponseHeaders()
                                .add("Link", "<" + settings.url(Port.DEADLINE) + "/second-page>; rel=\"next\"");
                        yield parked("11955f6a-2c40-7d1e-8b3f-5a9c0e7d4b21");
                    }
                    case "/second-page" -> parked(COMPLAINT);
                    default -> "{\"takenIn\":3,\"waiting\":1}";
                };
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String parked(String complaint) {
        return """
                {"parkedComplaints":[{"complaint":"%s","topic":"aryz.referrals","events":2,
                  "reason":"unknown-type","type":"thing.new","since":"2026-03-01T11:00:00Z"}]}"""
                .formatted(complaint);
    }

    private String run(String... arguments) throws InterruptedException {
        var said = new ByteArrayOutputStream();
        assertThat(new Aryz(settings, new PrintStream(said, true, UTF_8)).run(List.of(arguments)))
                .isZero();
        return said.toString(UTF_8);
    }

    @Test
    void deadLettersAndParkedComplaintsAreListedPageByPage() throws InterruptedException {
        assertThat(run("dead-letters", "deadline"))
                .containsPattern("deadline +7 +aryz.complaints/3/12 +- +- +undecodable +2026-03-01T10:00:00Z +no")
                .containsPattern("deadline +11955f6a.* +aryz.referrals +2 +thing.new +unknown-type")
                .contains(COMPLAINT);
        assertThat(asked)
                .filteredOn(request -> request.startsWith("GET"))
                .allMatch(request -> request.endsWith("Bearer t"));
    }

    @Test
    void aReplayTellsWhatWasTakenIn() throws InterruptedException {
        assertThat(run("replay", "deadline", COMPLAINT)).contains("deadline took in 3 events", "1 still wait");
        assertThat(asked).contains("POST /parked-complaints/" + COMPLAINT + "/replay Bearer t");
    }

    @Test
    void whatIsNoServiceOrNoComplaintIsNamed() {
        assertThatThrownBy(() -> run("dead-letters", "kafka"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("kafka")
                .hasMessageContaining("notification");
        assertThatThrownBy(() -> run("replay", "deadline", "KG-2025-7F3K9Q2M8X"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is not the id of a complaint");
        assertThatThrownBy(() -> run("replay", "deadline"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("SERVICE and a COMPLAINT");
    }
}
