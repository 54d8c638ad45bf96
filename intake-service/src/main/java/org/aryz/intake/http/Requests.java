package org.aryz.intake.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.intake.application.IntakeJson;
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

    /**
     * The current request, as one that takes effect once.
     *
     * @param operation with {@code complaint}, if it is about one, and {@code body} what makes a request the same again
     */
    Uni<Request> once(@Nullable String idempotencyKey, String operation, @Nullable UUID complaint, Object body) {
        var key = IdempotencyKey.required(idempotencyKey);
        var actor = caller.get().actor();
        var reader = reader();
        var correlation = CorrelationId.current();
        var hash = sealer.keyedHash(IntakeJson.writeBytes(new Content(operation, complaint, body)));
        return time.now().map(now -> new Request(reader, actor, correlation, key, hash, now));
    }

    private record Content(String operation, @Nullable UUID complaint, Object body) {}
}
