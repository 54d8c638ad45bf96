package org.aryz.eventlog.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.aryz.eventlog.Receipt;

/**
 * A CloudEvent of another service, decoded.
 *
 * @param receipt source and sequence: hand it to the append that this event causes
 * @param subject the thing it is about; events of one subject are handled in order, one after the other
 * @param time when the sender recorded it
 */
public record ReceivedEvent(UUID id, Receipt receipt, String type, String subject, Instant time, JsonNode data) {}
