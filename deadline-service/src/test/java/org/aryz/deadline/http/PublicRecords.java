package org.aryz.deadline.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PublicTopic;

/** What the service said on its topic, as a new service would read it. */
final class PublicRecords {
    static final String TOPIC = "aryz.deadlines";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublicRecords() {}

    /** A public event as it lies on the topic. */
    record Said(String type, String sequence, ObjectNode data) {
        static Said of(ConsumerRecord<String, byte[]> message) {
            try {
                return new Said(
                        PublicTopic.header(message, "ce_type"), PublicTopic.header(message, "ce_sequence"), (ObjectNode)
                                JSON.readTree(message.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String rule() {
            return data.path("rule").asText();
        }

        boolean is(String expected, String rule) {
            return type.equals(expected) && rule().equals(rule);
        }

        /** {@code alert.raised KG-LIM-EG -P1M}, as far as the event has these. */
        @Override
        public String toString() {
            return (type + " " + rule() + " " + data.path("rung").asText("")).strip();
        }
    }

    /** All that was said of a complaint, once this was said. */
    static List<Said> about(UUID complaint, String expected) {
        return about(complaint, expected, all -> all.stream()
                .anyMatch(said -> said.toString().equals(expected)));
    }

    static List<Said> about(UUID complaint, String what, Predicate<List<Said>> enough) {
        var found = new ArrayList<Said>();
        Patience.until(what + " is said", LONG_ENOUGH, () -> {
            found.clear();
            PublicTopic.records(TOPIC).stream()
                    .filter(message -> complaint.toString().equals(message.key()))
                    .map(Said::of)
                    .forEach(found::add);
            return enough.test(found);
        });
        return found;
    }
}
