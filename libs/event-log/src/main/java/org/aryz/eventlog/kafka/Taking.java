package org.aryz.eventlog.kafka;

import io.smallrye.mutiny.Uni;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.AlreadyReceived;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Conflict;
import org.aryz.eventlog.AppendResult.Hole;
import org.aryz.eventlog.AppendResult.KeyReused;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.LogUnavailable;

/** Hands one event to the handler, again where that may help, and tells what came of it. */
final class Taking {
    static final Duration SHORTEST_REST = Duration.ofMillis(50);
    static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final int TRIES = 5;

    /** What came of an event. */
    sealed interface Result {
        /** It acted now. */
        record TakenIn() implements Result {}

        /** It acted before. */
        record Known() implements Result {}

        /** Something must come first. */
        record OutOfTurn() implements Result {}

        /** It can't be taken in, for the reason of this code; {@code fault} if more than a newer version is needed. */
        record LeftOut(String code, boolean fault) implements Result {}
    }

    private final ReceivedEventHandler handler;
    private final BooleanSupplier closed;
    private volatile Instant lastOutage = Instant.MIN;

    Taking(ReceivedEventHandler handler, BooleanSupplier closed) {
        this.handler = handler;
        this.closed = closed;
    }

    /** Fails only when the receiver is closed while the database is away. The handler runs where {@code caller} says. */
    Uni<Result> take(ReceivedEvent event, Executor caller) {
        if (!handler.knows(event.type())) {
            return Uni.createFrom().item(new Result.LeftOut("unknown-type", false));
        }
        var handled = Uni.createFrom()
                .deferred(() -> handler.handle(event))
                .runSubscriptionOn(caller)
                .map(Taking::settle)
                .onFailure(failure -> !(failure instanceof LogUnavailable))
                .retry()
                .withBackOff(SHORTEST_REST, LONGEST_REST)
                .atMost(TRIES);
        return patiently(handled)
                .onFailure(failure -> !(failure instanceof LogUnavailable))
                .recoverWithItem(failure -> new Result.LeftOut(codeOf(failure), true));
    }

    /** The database being away is no fault of anybody's and is waited for. */
    <T> Uni<T> patiently(Uni<T> work) {
        return work.onFailure(LogUnavailable.class)
                .invoke(() -> lastOutage = Instant.now())
                .onFailure(LogUnavailable.class)
                .retry()
                .withBackOff(SHORTEST_REST, LONGEST_REST)
                .until(_ -> !closed.getAsBoolean());
    }

    /** When the database was last found away. */
    Instant lastOutage() {
        return lastOutage;
    }

    /** An outcome that another try may change. */
    private static final class Unsettled extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;

        Unsettled(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }

    private static Result settle(AppendResult result) {
        return switch (result) {
            case Appended _ -> new Result.TakenIn();
            case AlreadyReceived _, Repeated _ -> new Result.Known();
            case Hole _ -> new Result.OutOfTurn();
            case Conflict _ -> throw new Unsettled("conflict");
            case KeyReused _ -> throw new Unsettled("key-reused");
        };
    }

    private static String codeOf(Throwable failure) {
        return failure instanceof Unsettled unsettled ? unsettled.code : "handler-failed";
    }
}
