package org.aryz.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.seal.SealedUnit;

/**
 * An event as the log holds it, its data upcast to the newest schema version.
 *
 * @param position place in the order of commits of the whole log; gaps are normal
 * @param version place in its stream, from 1 without holes
 * @param metadata JSON object: who, for whom, why (actor, organisation, correlation, causation, traceparent)
 * @param recordedAt database clock under the log's lock; never runs backwards along {@code position}
 */
public record RecordedEvent(
        long position,
        UUID id,
        StreamId stream,
        long version,
        String type,
        int schemaVersion,
        String data,
        List<SealedUnit> sealed,
        String metadata,
        Instant occurredAt,
        Instant recordedAt) {

    public RecordedEvent {
        sealed = List.copyOf(sealed);
    }
}
