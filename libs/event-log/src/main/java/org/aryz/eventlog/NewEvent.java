package org.aryz.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.seal.SealedUnit;

/**
 * An event that asks to be stored.
 *
 * @param id UUIDv7, also the id of the public event
 * @param type stored name in words of the domain, never a class name
 * @param schemaVersion version of {@code data}'s shape, from 1
 * @param data public data: a JSON object without personal data, stored byte for byte
 * @param sealed encrypted units that belong to this event, each with the wrapped key that opens it
 * @param occurredAt when it happened in the world; the earliest instant where that is a range
 */
public record NewEvent(
        UUID id, String type, int schemaVersion, String data, List<SealedUnit> sealed, Instant occurredAt) {

    public NewEvent {
        sealed = List.copyOf(sealed);
    }
}
