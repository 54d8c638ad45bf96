package org.aryz.eventlog.verify;

/**
 * The first thing found wrong.
 *
 * @param position of the event in question; where a whole range is in question, its first
 * @param text for a person: which event, and what is wrong with it; no data of it
 */
public record Finding(Fault fault, long position, String text) {
    static Finding of(Fault fault, StoredEvent event, String detail) {
        return new Finding(
                fault,
                event.position(),
                "event %s (version %d of stream %s) at position %d: %s"
                        .formatted(event.id(), event.version(), event.stream(), event.position(), detail));
    }
}
