package org.aryz.deadline.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.aryz.deadline.Contract;
import org.aryz.testplatform.TestKafka;

/** Speaks as intake and referral do of one complaint, in approved samples that a test changes where it must. */
final class Voice {
    private static final KafkaProducer<String, byte[]> KAFKA = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    final UUID complaint = UUID.randomUUID();
    final UUID referral = UUID.randomUUID();
    private final List<ProducerRecord<String, byte[]>> said = new ArrayList<>();
    private int ofIntake;
    private int ofReferral;

    String intake() {
        return "/intake/test/" + complaint;
    }

    int saidByIntake() {
        return ofIntake;
    }

    /** Torture, between these two days or moments; the complaint comes now. */
    Voice receives(Object earliest, Object latest) {
        return receives(Instant.now(), earliest, latest);
    }

    Voice receives(Instant at, Object earliest, Object latest) {
        return receives(data -> {
            data.put("occurredAt", at.toString());
            var allegations = data.withArray("allegations");
            var first = (ObjectNode) allegations.get(0);
            first.put("id", UUID.randomUUID().toString())
                    .put("earliest", earliest.toString())
                    .put("latest", latest.toString())
                    .put("precision", "day");
            data.putArray("allegations").add(first);
        });
    }

    Voice receives(Consumer<ObjectNode> change) {
        return intake("complaint.received", change);
    }

    Voice consents() {
        return intake(
                "consent.given", data -> data.put("occurredAt", Instant.now().toString()));
    }

    Voice intake(String type, Consumer<ObjectNode> change) {
        ofIntake++;
        return say("aryz.complaints", type, intake(), ofIntake, change);
    }

    Voice referral(String type, Consumer<ObjectNode> change) {
        ofReferral++;
        return say(
                "aryz.referrals",
                type,
                "/referral/test/" + referral,
                ofReferral,
                change.andThen(data -> data.put("referral", referral.toString())));
    }

    /** Everything once more, as after a restore of offsets. */
    Voice again() {
        List.copyOf(said)
                .forEach(message -> send(new ProducerRecord<>(
                        message.topic(), null, message.key(), message.value(), message.headers())));
        return this;
    }

    private Voice say(String topic, String type, String source, int sequence, Consumer<ObjectNode> change) {
        var data = new Contract(topic, type).sample();
        data.put("complaintId", complaint.toString());
        change.accept(data);
        var message = new ProducerRecord<>(
                topic, complaint.toString(), data.toString().getBytes(StandardCharsets.UTF_8));
        var headers = Map.of(
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
                Integer.toString(sequence),
                "ce_time",
                Instant.now().toString(),
                "ce_dataschema",
                "urn:aryz:schema:" + type + ":1",
                "content-type",
                "application/json");
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        said.add(message);
        send(message);
        return this;
    }

    private static void send(ProducerRecord<String, byte[]> message) {
        await(KAFKA.send(message));
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
