package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.aryz.standalone.Http;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;
import org.aryz.standalone.StackFailure;
import org.aryz.standalone.Tokens;

/**
 * The services as a well-behaved client calls them: the same request, with the same key, is repeated while a service is
 * away or does not know the complaint yet.
 */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final Settings settings;
    private final Tokens tokens;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    Api(Settings settings) {
        this.settings = settings;
        this.tokens = new Tokens(settings);
    }

    /** An answer of a service. */
    record Answer(int status, JsonNode body, boolean replayed) {

        boolean ok() {
            return status < 300;
        }

        boolean mayChange() {
            return status >= 500 || status == 404 || code().equals("no-consent");
        }

        /** The code of a problem: the last word of its type. */
        String code() {
            return body.path("code").asText(body.path("type").asText().replaceAll(".*[:/#]", ""));
        }
    }

    /** A token and when we took it. */
    private record Held(String token, Instant since) {}

    /**
     * Posts, and repeats while the answer may still change: what one service was told reaches the others a moment later.
     *
     * @param expected the status that is an answer even if it might change
     */
    Answer post(Port service, String path, String as, Map<String, String> headers, JsonNode body, int expected) {
        var request = request(service, path, as).POST(BodyPublishers.ofString(body.toString()));
        request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        return patiently(request, answer -> answer.status() != expected && answer.mayChange());
    }

    Answer get(Port service, String path, String as) {
        return patiently(request(service, path, as).GET(), answer -> answer.status() >= 500);
    }

    private HttpRequest.Builder request(Port service, String path, String as) {
        return HttpRequest.newBuilder(URI.create(settings.url(service) + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token(as))
                .header("Accept", "application/json");
    }

    private Answer patiently(HttpRequest.Builder request, Predicate<Answer> mayChange) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var response = Http.send(request);
                var answer = new Answer(
                        response.statusCode(),
                        json(response.body()),
                        response.headers().firstValue("Idempotency-Replayed").isPresent());
                if (!mayChange.test(answer) || Instant.now().isAfter(end)) {
                    return answer;
                }
            } catch (IOException e) {
                if (Instant.now().isAfter(end)) {
                    throw new StackFailure(request.build().uri() + " does not answer; is the stack up?", e);
                }
            }
            pause();
        }
    }

    private String token(String name) {
        return held.compute(
                        name,
                        (_, token) ->
                                token == null || token.since().plus(TOKEN_LIFE).isBefore(Instant.now())
                                        ? new Held(tokens.of(name), Instant.now())
                                        : token)
                .token();
    }

    private static JsonNode json(String text) throws IOException {
        return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(250));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("The demo was interrupted", e);
        }
    }
}
