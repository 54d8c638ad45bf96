package org.aryz.eventlog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.eventlog.Receipt;
import org.jspecify.annotations.Nullable;

/** Reads records as CloudEvents of this product; whatever is none of them is empty. */
final class EventDecoding {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9.-]{0,99}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private EventDecoding() {}

    static Optional<ReceivedEvent> decode(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(received(
                            record.topic(),
                            KafkaMessageFactory.createReader(record).toEvent()));
        } catch (IOException | RuntimeException _) { // the SDK throws many kinds; none may hold up the partition
            return Optional.empty();
        }
    }

    /** Where a record belongs, also one that can't be read any further; empty if even that is not told. */
    static Optional<Place> place(ConsumerRecord<String, byte[]> record) {
        try {
            var subject = word(header(record, "ce_subject"));
            var source = word(header(record, "ce_source"));
            var type = word(header(record, "ce_type"));
            return Optional.of(new Place(
                    new Lane(record.topic(), subject), source, sequence(header(record, "ce_sequence")), type));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /** Which thing a record that can't be placed may be about: only what is a UUID is told. */
    static Optional<String> subject(ConsumerRecord<String, byte[]> record) {
        return Stream.of(header(record, "ce_subject"), record.key())
                .filter(text -> text != null && ID.matcher(text).matches())
                .findFirst();
    }

    /** Which type a record that can't be placed may be of: only what is a code is told. */
    static Optional<String> type(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(header(record, "ce_type"))
                .filter(text -> CODE.matcher(text).matches());
    }

    private static ReceivedEvent received(String topic, CloudEvent event) throws IOException {
        var subject = word(event.getSubject());
        var lane = new Lane(topic, subject).toString();
        return new ReceivedEvent(
                UUID.fromString(event.getId()),
                new Receipt(word(event.getSource().toString()), sequence(event.getExtension("sequence")), lane),
                word(event.getType()),
                subject,
                Objects.requireNonNull(event.getTime()).toInstant(),
                data(Objects.requireNonNull(event.getData()).toBytes()));
    }

    private static String word(@Nullable String text) {
        if (text == null || !WORD.matcher(text).matches()) {
            throw new IllegalArgumentException("No word");
        }
        return text;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
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
