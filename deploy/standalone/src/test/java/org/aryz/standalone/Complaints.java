package org.aryz.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Many complaints, told on the topic of intake as intake tells them. */
final class Complaints {

    private static final String TOPIC = "aryz.complaints";
    private static final String TYPE = "complaint.received";
    private static final Path SAMPLE = Path.of(
            "../../libs/event-contracts/src/main/resources/contracts/" + TOPIC + "/" + TYPE + "/v1.sample.json");

    private final Settings settings;
    private final ObjectNode sample;
    private final UUID log = UUID.randomUUID();

    Complaints(Settings settings) throws IOException {
        this.settings = settings;
        this.sample = (ObjectNode) new ObjectMapper().readTree(SAMPLE.toFile());
    }

    /** One after the other, evenly over this time; returns when Kafka has them all, and fails if it refused one. */
    void tell(int complaints, Instant first, Duration over) {
        try (var kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", "localhost:" + settings.port(Port.KAFKA)),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var sent = IntStream.range(0, complaints)
                    .mapToObj(i ->
                            kafka.send(received(first.plus(over.multipliedBy(i).dividedBy(complaints)))))
                    .toList();
            kafka.flush();
            sent.forEach(Future::resultNow);
        }
    }

    private ProducerRecord<String, byte[]> received(Instant at) {
        var id = UUID.randomUUID().toString();
        var data = sample.deepCopy().put("complaintId", id).put("occurredAt", at.toString());
        data.putArray("allegations");
        var told = new ProducerRecord<>(TOPIC, id, data.toString().getBytes(UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/intake/" + log + "/" + id,
                        "ce_type",
                        TYPE,
                        "ce_subject",
                        id,
                        "ce_sequence",
                        "1",
                        "ce_time",
                        at.toString(),
                        "ce_dataschema",
                        "urn:aryz:schema:" + TYPE + ":1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> told.headers().add(name, value.getBytes(UTF_8)));
        return told;
    }
}
