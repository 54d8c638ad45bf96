import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Time from sending a complaint to the mail of an alert that is due at once, as a person at the mailbox would see it: fifty
 * complaints, one after the other. Needs a running stack; see benchmarks/post-to-mail.
 */
public final class PostToMail {
    private static final int COMPLAINTS = 50;
    private static final Duration TOO_LONG = Duration.ofSeconds(60);
    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String intake;
    private final String mailbox;
    private final String token;

    private PostToMail(String intake, String mailbox, String token) {
        this.intake = intake;
        this.mailbox = mailbox;
        this.token = token;
    }

    /** Arguments: base URL of intake, URL of the messages of one mailbox, access token of a partner. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var measurement = new PostToMail(arguments[0], arguments[1], arguments[2]);
        for (var warmUp = 0; warmUp < 5; warmUp++) {
            measurement.once();
        }
        var millis = new long[COMPLAINTS];
        for (var i = 0; i < COMPLAINTS; i++) {
            millis[i] = measurement.once();
        }
        Arrays.sort(millis);
        System.out.printf(
                "%d complaints: median %d ms, p99 %d ms, fastest %d ms, slowest %d ms%n",
                COMPLAINTS,
                millis[COMPLAINTS / 2],
                millis[(int) Math.ceil(COMPLAINTS * 0.99) - 1],
                millis[0],
                millis[COMPLAINTS - 1]);
    }

    private long once() throws IOException, InterruptedException {
        var body = Files.readString(Path.of("benchmarks/complaint.json"))
                .replace("2026-11-18", LocalDate.now().minusDays(1).toString())
                .replace("2026-11-19", LocalDate.now().minusDays(1).toString());
        var request = HttpRequest.newBuilder(URI.create(intake + "/complaints"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        // An empty mailbox keeps the polling cheap.
        http.send(HttpRequest.newBuilder(purge()).POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        var sent = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        var reference = REFERENCE.matcher(answer.body());
        if (answer.statusCode() != 201 || !reference.find()) {
            throw new IllegalStateException("the complaint was answered with " + answer.statusCode() + " " + answer.body());
        }
        awaitMail(reference.group(1), sent);
        return Duration.ofNanos(System.nanoTime() - sent).toMillis();
    }

    private URI purge() {
        return URI.create(mailbox).resolve("/api/mail/purge");
    }

    private void awaitMail(String reference, long sent) throws IOException, InterruptedException {
        var look = HttpRequest.newBuilder(URI.create(mailbox)).build();
        while (!http.send(look, BodyHandlers.ofString()).body().contains(reference)) {
            if (System.nanoTime() - sent > TOO_LONG.toNanos()) {
                throw new IllegalStateException("no mail about " + reference + " within " + TOO_LONG.toSeconds() + " s");
            }
            Thread.sleep(2);
        }
    }
}
