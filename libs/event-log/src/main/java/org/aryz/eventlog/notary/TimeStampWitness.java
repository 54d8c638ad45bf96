package org.aryz.eventlog.notary;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.aryz.eventlog.chain.Checkpoint;
import org.aryz.eventlog.chain.TimeStamp;
import org.aryz.eventlog.chain.TimeStamp.Question;

/**
 * Has an authority outside say when a checkpoint existed (RFC 3161 over HTTP, section 3.4), and keeps its token beside the
 * checkpoint. The authority gets a hash and nothing else.
 */
public final class TimeStampWitness implements Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String KEEP =
            "insert into event_log.time_stamp (size, token) values ($1, $2) on conflict (size) do nothing";

    private final URI authority;
    private final Duration rest;
    private final Pool pool;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * @param rest between two stamps
     * @param pool of the database that holds the checkpoints
     */
    public TimeStampWitness(URI authority, Duration rest, Pool pool) {
        this.authority = authority;
        this.rest = rest;
        this.pool = pool;
    }

    @Override
    public Duration rest() {
        return rest;
    }

    @Override
    public void keep(String note) {
        var checkpoint = Checkpoint.in(note);
        var question = TimeStamp.ask(checkpoint);
        var token = question.tokenIn(answerTo(question));
        pool.preparedQuery(KEEP)
                .execute(Tuple.of(checkpoint.size(), Buffer.buffer(token)))
                .await()
                .atMost(PATIENCE);
    }

    private byte[] answerTo(Question question) {
        var request = HttpRequest.newBuilder(authority)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(BodyPublishers.ofByteArray(question.bytes()))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The time-stamping authority answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("The time-stamping authority can't be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a time stamp was waited for", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
