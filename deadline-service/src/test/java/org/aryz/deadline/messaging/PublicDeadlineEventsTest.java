package org.aryz.deadline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.deadline.Contract;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.EventSamples;
import org.aryz.deadline.storage.JsonForm;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service says is what the approved samples show. */
class PublicDeadlineEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonForm form = new JsonForm();
    private final PublicDeadlineEvents publicEvents = new PublicDeadlineEvents(form);

    static Stream<DeadlineEvent> everyEvent() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void isToldAsApproved(DeadlineEvent event) throws IOException {
        var stored = form.write(event, Instant.EPOCH);
        var contract = new Contract("aryz.deadlines", stored.type());
        var sample = contract.sample();
        // Nobody has qualified the act of an unknown suspect, so there is no article to name.
        sample.remove("article");

        var published = publicEvents.publish(recorded(event, sample)).orElseThrow();

        var said = (ObjectNode) JSON.readTree(published.data());
        assertThat(said).isEqualTo(sample);
        assertThat(contract.errors(said)).isEmpty();
        assertThat(published.key()).isEqualTo(sample.path("complaintId").textValue());
        assertThat(published.dataSchema()).isEqualTo("urn:aryz:schema:" + stored.type() + ":1");
    }

    @Test
    void aClockThatRanOutNamesItsSuspectAndArticle() throws IOException {
        var contract = new Contract("aryz.deadlines", "limitation.expired");
        var charged = EventSamples.all()
                .filter(DeadlineEvent.DeadlineWaived.class::isInstance)
                .map(event -> ((DeadlineEvent.DeadlineWaived) event).term())
                .findFirst()
                .orElseThrow();
        var expired = recorded(new DeadlineEvent.LimitationExpired(charged), contract.sample());

        var said = (ObjectNode)
                JSON.readTree(publicEvents.publish(expired).orElseThrow().data());

        assertThat(said.path("suspect").asText()).isEqualTo("0195b3c4-6d70-7e88-8f10-1b2c3d4e5f01");
        assertThat(said.path("article").asText()).isEqualTo("kg-cc-2021-137-2");
        assertThat(contract.errors(said)).isEmpty();
    }

    /** Stored with the envelope of the sample. */
    private RecordedEvent recorded(DeadlineEvent event, ObjectNode sample) {
        var at = sample.path("occurredAt").textValue();
        var occurred = at.contains("T") ? OffsetDateTime.parse(at).toInstant() : Instant.EPOCH;
        var stored = form.write(event, occurred);
        return new RecordedEvent(
                7,
                stored.id(),
                StreamId.of(UUID.fromString(sample.path("complaintId").textValue())),
                3,
                stored.type(),
                1,
                stored.data(),
                List.of(),
                sample.toString(),
                occurred,
                occurred);
    }
}
