package org.aryz.eventlog.kafka;

import java.util.Optional;
import org.aryz.eventlog.RecordedEvent;

/**
 * What a stored event says to other services. Id, source, sequence and time of the CloudEvent come from the stored
 * event itself.
 *
 * @param key partition key and subject
 * @param type public type
 * @param dataSchema URI of the data's schema
 * @param data JSON object without personal data
 */
public record PublicEvent(String key, String type, String dataSchema, byte[] data) {

    /**
     * How a service turns what it stored into what it says; total and pure. A stream is public or private as a whole:
     * empty for each event of a private stream, never for one of a public stream.
     */
    @FunctionalInterface
    public interface Mapping {
        Optional<PublicEvent> publish(RecordedEvent event);
    }
}
