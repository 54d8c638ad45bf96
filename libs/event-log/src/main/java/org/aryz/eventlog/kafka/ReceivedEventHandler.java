package org.aryz.eventlog.kafka;

import io.smallrye.mutiny.Uni;
import org.aryz.eventlog.AppendResult;

/**
 * Takes one incoming event in by exactly one append that carries its receipt ({@code Append.receiptOnly} where the
 * event is of no interest). Failing with {@link org.aryz.eventlog.LogUnavailable} means: again later. Any other failure
 * means that this event can't be handled; it goes to the dead-letter topic.
 */
@FunctionalInterface
public interface ReceivedEventHandler {
    Uni<AppendResult> handle(ReceivedEvent event);
}
