package org.aryz.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.aryz.testplatform.TestKafka;

/** Speaks as the deadline service does, in approved samples that a test changes where it must. */
public final class DeadlineTopic implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID LOG = UUID.randomUUID();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());

    /** An alert of a complaint of its own. */
    public record Raised(UUID alert, UUID complaint, ObjectNode data) {
        public Raised with(String field, String value) {
            data.put(field, value);
            return this;
        }
    }

    public static Raised raised(String jurisdiction, String severity) {
        var alert = UUID.randomUUID();
        var complaint = UUID.randomUUID();
        var data = sample("alert.raised");
        data.put("alert", alert.toString())
                .put("complaintId", complaint.toString())
                .put("jurisdiction", jurisdiction)
                .put("severity", severity)
                .put(
                        "dueAt",
                        Instant.now().truncatedTo(SECONDS).plusSeconds(86_400).toString());
        return new Raised(alert, complaint, data);
    }

    public void send(Raised raised) {
        send("alert.raised", raised.complaint(), 1, raised.data());
    }

    public void withdraw(Raised raised) {
        var data = sample("alert.withdrawn");
        data.put("alert", raised.alert().toString())
                .put("complaintId", raised.complaint().toString());
        send("alert.withdrawn", raised.complaint(), 2, data);
    }

    /** {@code sequence} counts the events of the complaint's stream. */
    public void send(String type, UUID complaint, long sequence, JsonNode data) {
        var record = new ProducerRecord<>(
                "aryz.deadlines", complaint.toString(), data.toString().getBytes(UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", new UUID(complaint.getMostSignificantBits(), sequence).toString());
        header(record, "ce_source", "/deadline/" + LOG + "/" + complaint);
        header(record, "ce_type", type);
        header(record, "ce_subject", complaint.toString());
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_sequence", Long.toString(sequence));
        header(record, "ce_dataschema", "urn:aryz:schema:" + type + ":1");
        header(record, "content-type", "application/json");
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    public static ObjectNode sample(String type) {
        var name = "contracts/aryz.deadlines/" + type + "/v1.sample.json";
        try (var in = DeadlineTopic.class.getClassLoader().getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
