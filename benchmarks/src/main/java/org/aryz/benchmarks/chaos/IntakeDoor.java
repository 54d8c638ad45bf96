package org.aryz.benchmarks.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.aryz.benchmarks.Project;
import org.aryz.testplatform.TestTokens;

/** To the intake service over HTTP: complaints, each with an idempotency key. */
final class IntakeDoor implements Door {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http;
    private final URI complaints;
    private final String token = TestTokens.of("legal-aid", "partner");
    private final String complaint;

    IntakeDoor(HttpClient http, URI complaints) {
        this.http = http;
        this.complaints = complaints;
        try {
            this.complaint = Files.readString(Project.file("benchmarks/complaint.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Client client(Random chance) {
        return new Partner();
    }

    /** A partner's system, which keeps a complaint until it is acknowledged. */
    private final class Partner implements Client {
        private UUID key = UUID.randomUUID();

        @Override
        public Answer handIn() throws InterruptedException {
            var request = HttpRequest.newBuilder(complaints)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key.toString())
                    .POST(BodyPublishers.ofString(complaint))
                    .build();
            try {
                return understood(http.send(request, BodyHandlers.ofString()));
            } catch (IOException _) {
                return new Answer.Cut();
            }
        }

        private Answer understood(HttpResponse<String> response) throws IOException {
            if (response.statusCode() == 201) {
                key = UUID.randomUUID();
                var answer = JSON.readTree(response.body());
                return new Answer.Acknowledged(
                        UUID.fromString(answer.path("id").asText()),
                        answer.path("version").asLong());
            }
            return saysToComeAgain(response)
                    ? new Answer.Unavailable()
                    : new Answer.Unclear(response.statusCode() + " " + response.body());
        }
    }

    private static boolean saysToComeAgain(HttpResponse<String> response) {
        return response.statusCode() == 503
                && response.headers().firstValueAsLong("Retry-After").orElse(0) > 0
                && response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }
}
