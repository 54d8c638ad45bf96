package org.aryz.eventlog.kafka;

import io.smallrye.mutiny.Uni;
import org.aryz.eventlog.AppendResult;

/**
 * Takes one incoming event in by exactly one append that carries its receipt ({@code Append.receiptOnly} where the
 * event is of no interest). Failing with {@link org.aryz.eventlog.LogUnavailable} means: again later. Any other failure
 * means that this event can't be handled; it is parked, and a dead letter.
 */
@FunctionalInterface
public interface ReceivedEventHandler {
    Uni<AppendResult> handle(ReceivedEvent event);

    /**
     * Whether events of this type are taken in, be it by their receipt alone. An event of any other type is parked until a
     * version of the service runs that knows it: what it means can't be ignored on purpose by who never heard of it.
     */
    default boolean knows(String type) {
        return true;
    }
}
