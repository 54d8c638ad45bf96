package org.aryz.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an alert: the chain of proof that a person was told. */
public sealed interface AlertEvent {

    /** When it happened. */
    Instant at();

    /** A person was chosen to be told. */
    record AlertAssigned(Notice notice, Route route, Instant at) implements AlertEvent {}

    /** A message is to be sent; {@code reason} says why the attempt before failed. */
    record AlertQueued(Route route, int attempt, @Nullable String reason, Instant at) implements AlertEvent {}

    /** The next server took the message. */
    record AlertHandedOver(Route route, int attempt, Instant at) implements AlertEvent {}

    /** The message can't be delivered this way, ever. */
    record AlertBounced(Route route, int attempt, String reason, Instant at) implements AlertEvent {}

    /** Somebody else is told, for the address of the person before is bad, or nobody took note. */
    record AlertEscalated(Route route, String previousRecipient, String reason, Instant at) implements AlertEvent {}

    /** A person took note. */
    record AlertAcknowledged(String by, Instant at) implements AlertEvent {}

    /** Its reason is gone: nobody else is told. */
    record AlertStoodDown(String reason, Instant at) implements AlertEvent {}
}
