package org.aryz.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds schemas, approved samples and the AsyncAPI document against one another. */
class ContractsTest {
    private static final Set<String> TOPICS =
            Set.of("aryz.complaints", "aryz.referrals", "aryz.deadlines", "aryz.alerts");

    private final Contracts contracts = new Contracts();

    static Stream<Contracts.Event> events() {
        return Contracts.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theApprovedSampleFitsItsSchema(Contracts.Event event) {
        assertThat(contracts.errors(event, Contracts.json(event.sample()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleShowsEveryFieldTheSchemaRequires(Contracts.Event event) {
        ObjectNode sample = (ObjectNode) Contracts.json(event.sample());
        for (JsonNode required : Contracts.json(event.schema()).path("required")) {
            JsonNode without = sample.deepCopy().without(required.asText());
            assertThat(contracts.errors(event, without)).as(required.asText()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleHasOnlyFieldsTheSchemaTypes(Contracts.Event event) {
        Set<String> typed = fields(Contracts.json(event.schema()).path("properties"));
        typed.addAll(fields(Contracts.json(Contracts.ROOT.resolve("envelope.v1.schema.json"))
                .path("properties")));
        assertThat(typed).containsAll(fields(Contracts.json(event.sample())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aReaderMayMeetFieldsItDoesNotKnow(Contracts.Event event) {
        ObjectNode sample = (ObjectNode) Contracts.json(event.sample());
        assertThat(contracts.errors(event, sample.put("fieldOfALaterVersion", 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaIsNamedAfterTypeAndVersion(Contracts.Event event) {
        JsonNode schema = Contracts.json(event.schema());
        assertThat(schema.path("$id").asText()).isEqualTo(event.schemaId());
        assertThat(schema.path("title").asText()).isEqualTo(event.type());
        assertThat(TOPICS).contains(event.topic());
    }

    @Test
    void everySchemaHasASampleAndEverySampleASchema() {
        assertThat(Contracts.versions(".sample.json").toList())
                .isEqualTo(Contracts.versions(".schema.json").toList())
                .allSatisfy(event -> assertThat(Files.exists(event.schema())).isTrue());
    }

    @Test
    void onlySignsOfLifeAndRevisionsSpeakOfNoComplaint() {
        Set<String> withoutEnvelope = Contracts.events()
                .filter(event -> !Contracts.json(event.schema()).has("$ref"))
                .map(Contracts.Event::type)
                .collect(Collectors.toSet());
        assertThat(withoutEnvelope)
                .containsExactlyInAnyOrder("firing.watermark", "firing.canary", "law.revised", "calendar.revised");
    }

    @Test
    void aWrongWordOrFormIsRefused() {
        Contracts.Event received = new Contracts.Event("aryz.complaints", "complaint.received", 1);
        ObjectNode sample = (ObjectNode) Contracts.json(received.sample());
        assertThat(contracts.errors(received, sample.deepCopy().put("channel", "rumour")))
                .isNotEmpty();
        assertThat(contracts.errors(received, sample.deepCopy().put("occurredAt", "yesterday")))
                .isNotEmpty();
        assertThat(contracts.errors(received, sample.deepCopy().put("complaintId", "42")))
                .isNotEmpty();
    }

    @Test
    void asyncApiNamesEveryTopicAndItsDeadLettersAndTheCheckpoints() {
        Set<String> expected = new TreeSet<>(TOPICS);
        expected.add("aryz.checkpoints");
        TOPICS.forEach(topic -> expected.add(topic + ".{service}.dead"));
        assertThat(StreamSupport.stream(Contracts.asyncApi().path("channels").spliterator(), false)
                        .map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void asyncApiNamesEveryEventOnItsTopicWithItsSchema() {
        JsonNode document = Contracts.asyncApi();
        Contracts.events().forEach(event -> {
            String channel = event.topic().replace("aryz.", "");
            assertThat(document.at("/channels/%s/messages/%s/$ref".formatted(channel, event.type()))
                            .asText())
                    .isEqualTo("#/components/messages/" + event.type());
            assertThat(document.at("/components/messages/%s/payload/schema/$ref".formatted(event.type()))
                            .asText())
                    .isEqualTo("./" + Contracts.ROOT.relativize(event.schema()));
        });
    }

    @Test
    void asyncApiNamesNoEventThatHasNoSchema() {
        Set<String> types = Contracts.events().map(Contracts.Event::type).collect(Collectors.toSet());
        types.addAll(Set.of("dead-letter", "checkpoint"));
        assertThat(fields(Contracts.asyncApi().at("/components/messages"))).isEqualTo(types);
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
