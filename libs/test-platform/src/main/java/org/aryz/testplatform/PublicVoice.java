package org.aryz.testplatform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Speaks of one complaint as another service does: CloudEvents in Kafka's binary mode, whose data are the approved samples on
 * the test's class path, changed where a test must.
 */
public final class PublicVoice {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KafkaProducer<String, byte[]> KAFKA = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    private final String topic;
    private final String source;
    private final UUID complaint;
    private final List<ProducerRecord<String, byte[]>> said = new ArrayList<>();

    /**
     * @param service as it stands in sources, e.g. {@code intake}
     * @param stream what the events are of: their sequence counts from 1 in it
     */
    public PublicVoice(String topic, String service, UUID stream, UUID complaint) {
        this.topic = topic;
        this.source = "/%s/%s/%s".formatted(service, UUID.randomUUID(), stream);
        this.complaint = complaint;
    }

    /** The {@code ce_source} of all that is said. */
    public String source() {
        return source;
    }

    /** How many events were said. */
    public long said() {
        return said.size();
    }

    /** The next event of the stream; returns when Kafka has it. */
    public void say(String type, Consumer<ObjectNode> change) {
        var data = sample(topic, type).put("complaintId", complaint.toString());
        change.accept(data);
        said.add(send(type, said() + 1, data.toString().getBytes(UTF_8)));
    }

    /** Everything once more, as after a restore of offsets. */
    public void sayAgain() {
        said.forEach(record ->
                send(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers())));
    }

    /** Puts a record on the topic as it is, right or wrong. */
    public ProducerRecord<String, byte[]> send(String type, long sequence, byte[] data) {
        var record = new ProducerRecord<>(topic, complaint.toString(), data);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_source", source);
        header(record, "ce_type", type);
        header(record, "ce_subject", complaint.toString());
        header(record, "ce_sequence", Long.toString(sequence));
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_dataschema", "urn:aryz:schema:" + type + ":1");
        header(record, "content-type", "application/json");
        send(record);
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try {
            KAFKA.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The approved sample of a public event, to be changed at will. */
    public static ObjectNode sample(String topic, String type) {
        var name = "/contracts/" + topic + "/" + type + "/v1.sample.json";
        try (var file = Objects.requireNonNull(PublicVoice.class.getResourceAsStream(name), name)) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
