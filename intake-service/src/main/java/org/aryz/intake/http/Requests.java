package org.aryz.intake.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.intake.application.ReadBy;
import org.aryz.intake.application.Reader;
import org.aryz.intake.application.RecentTime;
import org.aryz.intake.application.Request;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.logging.CorrelationId;
import org.aryz.servicekit.security.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** Makes the application's request out of headers, token, clock and body. */
@Singleton
public class Requests {
    private final CurrentCaller caller;
    private final RecentTime time;
    private final Sealer sealer;

    Requests(CurrentCaller caller, RecentTime time, Sealer sealer) {
        this.caller = caller;
        this.time = time;
        this.sealer = sealer;
    }

    /** For whom the current request reads. */
    Reader reader() {
        return new Reader(caller.get().organisation(), caller.reachesShared());
    }

    /** Who reads by the current request. */
    ReadBy readBy() {
        return new ReadBy(caller.get().organisation(), caller.get().actor(), CorrelationId.current());
    }

    /**
     * The current request, as one that takes effect once.
     *
     * @param operation with {@code target}, the complaint if it is about one, and the bytes of the body what makes a
     *     request the same again
     */
    Uni<Request> once(@Nullable String idempotencyKey, String operation, String target, byte[] body) {
        var key = IdempotencyKey.required(idempotencyKey);
        var actor = caller.get().actor();
        var reader = reader();
        var correlation = CorrelationId.current();
        var hash = sealer.keyedHash(content(operation + " " + target + "\n", body));
        return time.now().map(now -> new Request(reader, actor, correlation, key, hash, now));
    }

    private static byte[] content(String operation, byte[] body) {
        var head = operation.getBytes(UTF_8);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }
}
