package org.aryz.referral.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PublicTopic;

/** What the service said on its topic, as a new service would read it. */
final class PublicRecords {
    static final String REFERRALS = "aryz.referrals";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublicRecords() {}

    /** A public event as it lies on the topic. */
    record Fact(String type, String source, String sequence, JsonNode data) {
        static Fact of(ConsumerRecord<String, byte[]> message) {
            try {
                return new Fact(
                        PublicTopic.header(message, "ce_type"),
                        PublicTopic.header(message, "ce_source"),
                        PublicTopic.header(message, "ce_sequence"),
                        JSON.readTree(message.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The facts about one complaint, once there are that many. */
    static List<Fact> about(UUID complaint, int howMany) {
        var found = new ArrayList<Fact>();
        Patience.until("%d facts about the complaint".formatted(howMany), LONG_ENOUGH, () -> {
            found.clear();
            PublicTopic.records(REFERRALS).stream()
                    .filter(message -> complaint.toString().equals(message.key()))
                    .map(Fact::of)
                    .forEach(found::add);
            return found.size() >= howMany;
        });
        return found;
    }
}
