package org.aryz.referral.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.aryz.testplatform.TestKafka;

/** Speaks on {@code aryz.complaints} as the intake service does: the approved samples, about one complaint of its own. */
final class IntakeVoice {
    static final String TOPIC = "aryz.complaints";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KafkaProducer<String, byte[]> KAFKA = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    final UUID complaint = UUID.randomUUID();
    final String source = "/intake/%s/%s".formatted(UUID.randomUUID(), complaint);
    private String owner = "legal-aid";
    private String jurisdiction = "KG";
    private long sequence;

    IntakeVoice ownedBy(String organisation) {
        owner = organisation;
        return this;
    }

    IntakeVoice in(String country) {
        jurisdiction = country;
        return this;
    }

    long said() {
        return sequence;
    }

    /** Whose allegations all name one place and one agency. */
    IntakeVoice receives(String region, String agency) {
        return say("complaint.received", data -> data.withArray("allegations")
                .forEach(allegation ->
                        ((ObjectNode) allegation).put("region", region).put("agency", agency)));
    }

    IntakeVoice receivesConsented() {
        return receives("KG-GB", "criminal-police").consents("consent.given", "refer", 1);
    }

    IntakeVoice consents(String type, String use, int version, String... authorities) {
        return say(type, data -> {
            data.put("use", use).put("consentVersion", version);
            var codes = data.putArray("authorities");
            for (var authority : authorities) {
                codes.add(authority);
            }
        });
    }

    IntakeVoice say(String type, Consumer<ObjectNode> change) {
        var data = sample(type)
                .put("complaintId", complaint.toString())
                .put("jurisdiction", jurisdiction)
                .put("organisation", owner);
        change.accept(data);
        sequence++;
        send(type, sequence, data.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Puts a record on the topic as it is, right or wrong. */
    void send(String type, long number, byte[] data) {
        var message = new ProducerRecord<>(TOPIC, complaint.toString(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        source,
                        "ce_type",
                        type,
                        "ce_subject",
                        complaint.toString(),
                        "ce_sequence",
                        Long.toString(number),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_dataschema",
                        "urn:aryz:schema:" + type + ":1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        await(KAFKA.send(message));
    }

    static ObjectNode sample(String type) {
        var sample = "/contracts/aryz.complaints/" + type + "/v1.sample.json";
        try (var file = IntakeVoice.class.getResourceAsStream(sample)) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
