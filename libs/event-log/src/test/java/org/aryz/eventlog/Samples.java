package org.aryz.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.seal.KeyFile;
import org.aryz.eventlog.seal.SealedUnit;

/** Small events and commands to test with. */
public final class Samples {
    public static final Instant THEN = Instant.parse("2026-03-01T10:15:30Z");
    public static final String METADATA = "{\"actor\":\"a\"}";

    private Samples() {}

    public static StreamId newStream() {
        return StreamId.of(UuidV7.next());
    }

    public static NewEvent event(SealedUnit... sealed) {
        return event("thing.happened", "{\"size\": 1}", sealed);
    }

    public static NewEvent event(String type, String data, SealedUnit... sealed) {
        return new NewEvent(UuidV7.next(), type, 1, data, List.of(sealed), THEN);
    }

    public static List<NewEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(_ -> event()).toList();
    }

    public static Append append(StreamId stream, long expectedVersion, int events) {
        return Append.to(stream, expectedVersion, events(events), METADATA);
    }

    public static Idempotency key(String scope, String key, String request, String answer) {
        return new Idempotency(scope, key, request.getBytes(StandardCharsets.UTF_8), answer);
    }

    /** Signs under the name of a log of the tests, by a fresh key. */
    public static NoteSigner newSigner() {
        try {
            var file = Files.writeString(Files.createTempFile("aryz-key", ".txt"), KeyFile.newKey());
            file.toFile().deleteOnExit();
            return NoteSigner.withKeyFile("aryz/test/1", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UUID newId() {
        return UuidV7.next();
    }
}
