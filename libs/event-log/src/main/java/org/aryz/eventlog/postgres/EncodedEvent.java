package org.aryz.eventlog.postgres;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.chain.Content;
import org.jspecify.annotations.Nullable;

/**
 * An event in the form in which it is stored. It is made where the command comes from, before the command waits for its group:
 * what is done between two groups, all others wait for.
 */
record EncodedEvent(NewEvent event, long version, @Nullable String sealed, OffsetDateTime occurredAt, byte[] digest) {

    static List<EncodedEvent> of(Append append) {
        var encoded = new ArrayList<EncodedEvent>(append.events().size());
        var version = append.expectedVersion();
        for (var event : append.events()) {
            version++;
            encoded.add(of(append, version, event));
        }
        return encoded;
    }

    private static EncodedEvent of(Append append, long version, NewEvent event) {
        var sealed = StoredUnits.write(event.sealed());
        var content = Content.of(append, version, event, sealed);
        return new EncodedEvent(
                event, version, sealed, content.occurredAt().atOffset(ZoneOffset.UTC), content.digest());
    }
}
