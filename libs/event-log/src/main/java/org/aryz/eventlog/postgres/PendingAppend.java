package org.aryz.eventlog.postgres;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.jspecify.annotations.Nullable;

/** An append on its way, and whom to tell what became of it: on the context it came from. */
final class PendingAppend {
    private final Append append;
    private final List<EncodedEvent> events;
    private final List<Object> claims;
    private final UniEmitter<? super AppendResult> emitter;
    private final @Nullable Context caller;
    private final long since = System.nanoTime();

    PendingAppend(Append append, UniEmitter<? super AppendResult> emitter, @Nullable Context caller) {
        this.append = append;
        this.events = EncodedEvent.of(append);
        this.claims = claimsOf(append);
        this.emitter = emitter;
        this.caller = caller;
    }

    private record Key(String scope, String key) {}

    /** What no two commands of a group may share: stream, idempotency key, source. */
    static List<Object> claimsOf(Append append) {
        var claims = new ArrayList<Object>(2);
        claims.add(append.stream());
        var idempotency = append.idempotency();
        if (idempotency != null) {
            claims.add(new Key(idempotency.scope(), idempotency.key()));
        }
        var receipt = append.receipt();
        if (receipt != null) {
            claims.add(receipt.source());
        }
        return claims;
    }

    Append append() {
        return append;
    }

    List<EncodedEvent> events() {
        return events;
    }

    List<Object> claims() {
        return claims;
    }

    boolean waitsSinceBefore(long nanoTime) {
        return since - nanoTime < 0;
    }

    void complete(AppendResult result) {
        tell(() -> emitter.complete(result));
    }

    void fail(Throwable failure) {
        tell(() -> emitter.fail(Objects.requireNonNull(failure)));
    }

    private void tell(Runnable news) {
        if (caller == null) {
            news.run();
        } else {
            caller.runOnContext(_ -> news.run());
        }
    }
}
