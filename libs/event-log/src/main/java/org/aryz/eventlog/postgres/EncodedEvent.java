package org.aryz.eventlog.postgres;

import java.util.ArrayList;
import java.util.List;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.chain.Content;

/**
 * An event in the form in which it is stored. It is made where the command comes from, before the command waits for its group:
 * what is done between two groups, all others wait for.
 */
record EncodedEvent(Content content, byte[] digest) {

    static List<EncodedEvent> of(Append append) {
        return contentsOf(append).stream()
                .map(content -> new EncodedEvent(content, content.digest()))
                .toList();
    }

    /** What the events of a command will say, each at its version of the stream if the command is accepted. */
    static List<Content> contentsOf(Append append) {
        var contents = new ArrayList<Content>(append.events().size());
        var version = append.expectedVersion();
        for (var event : append.events()) {
            version++;
            contents.add(Content.of(append, version, event, StoredUnits.write(event.sealed())));
        }
        return contents;
    }
}
