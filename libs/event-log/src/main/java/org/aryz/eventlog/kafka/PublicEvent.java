package org.aryz.eventlog.kafka;

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

    /** How a service turns what it stored into what it says; total and pure. */
    public interface Mapping {
        PublicEvent publish(RecordedEvent event);
    }
}
