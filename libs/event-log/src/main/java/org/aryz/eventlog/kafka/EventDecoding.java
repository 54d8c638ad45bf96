package org.aryz.eventlog.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.eventlog.Receipt;
import org.jspecify.annotations.Nullable;

/** Reads records as CloudEvents of this product; whatever is none of them is empty. */
final class EventDecoding {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventDecoding() {}

    static Optional<ReceivedEvent> decode(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(
                            received(KafkaMessageFactory.createReader(record).toEvent()));
        } catch (IOException | RuntimeException _) { // the SDK throws many kinds; none may hold up the partition
            return Optional.empty();
        }
    }

    private static ReceivedEvent received(CloudEvent event) throws IOException {
        return new ReceivedEvent(
                UUID.fromString(event.getId()),
                new Receipt(event.getSource().toString(), sequence(event.getExtension("sequence"))),
                event.getType(),
                Objects.requireNonNull(event.getSubject()),
                Objects.requireNonNull(event.getTime()).toInstant(),
                data(Objects.requireNonNull(event.getData()).toBytes()));
    }

    private static long sequence(@Nullable Object extension) {
        var sequence = Long.parseLong(String.valueOf(extension));
        if (sequence < 1) {
            throw new IllegalArgumentException("A sequence begins at 1");
        }
        return sequence;
    }

    private static JsonNode data(byte[] bytes) throws IOException {
        var data = JSON.readTree(bytes);
        if (!data.isObject()) {
            throw new IllegalArgumentException("Data is a JSON object");
        }
        return data;
    }
}
