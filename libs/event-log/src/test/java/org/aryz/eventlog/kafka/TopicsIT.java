package org.aryz.eventlog.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.aryz.testplatform.TestKafka;
import org.junit.jupiter.api.Test;

class TopicsIT {
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", TestKafka.shared().bootstrapServers());

    @Test
    void aMissingTopicIsCreatedToBeKeptForEverAndAnExistingOneIsLeftAlone() throws Exception {
        var topic = "topics-" + UUID.randomUUID();

        Topics.ensure(kafka, 1, topic, Topics.deadLetters(topic, "test"));
        Topics.ensure(kafka, 1, topic);

        try (var admin = Admin.create(kafka)) {
            var described = admin.describeTopics(List.of(topic, topic + ".test.dead"))
                    .allTopicNames()
                    .get();
            assertThat(described.values()).allMatch(each -> each.partitions().size() == 12);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var config = admin.describeConfigs(List.of(resource)).all().get().values();
            assertThat(config)
                    .allMatch(each -> "-1".equals(each.get("retention.ms").value()));
        }
    }
}
