package org.aryz.referral.messaging;

import static org.aryz.referral.Samples.COMPLAINT;
import static org.aryz.referral.Samples.REFERRAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.kafka.PublicEvent;
import org.aryz.referral.EventSamples;
import org.aryz.referral.OverrideReason;
import org.aryz.referral.ReferralEvent;
import org.aryz.referral.ReferralEvent.ReferralSent;
import org.aryz.referral.application.StoredForm;
import org.aryz.referral.proceedings.Fact;
import org.aryz.referral.storage.StoredProceedingsEvents;
import org.aryz.referral.storage.StoredReferralEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service tells others equals the approved samples. */
class PublicFactsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENVELOPE =
            Set.of("complaintId", "reference", "jurisdiction", "organisation", "sharedWith", "actor", "correlationId");
    private static final StoredReferralEvents REFERRALS = new StoredReferralEvents();
    private static final StoredProceedingsEvents PROCEEDINGS = new StoredProceedingsEvents();
    private static final PublicFacts FACTS = new PublicFacts(REFERRALS, PROCEEDINGS);

    static Stream<RecordedEvent> events() {
        var facts = Fact.KINDS.keySet().stream().sorted().map(kind -> recorded(PROCEEDINGS, EventSamples.fact(kind)));
        return Stream.concat(others(), facts);
    }

    private static Stream<RecordedEvent> others() {
        return Stream.of(
                recorded(REFERRALS, EventSamples.SENT),
                recorded(REFERRALS, EventSamples.REGISTERED),
                recorded(REFERRALS, EventSamples.DECISION_MADE),
                recorded(REFERRALS, EventSamples.DECISION_RECEIVED),
                recorded(PROCEEDINGS, EventSamples.JUDGMENT_IN_FORCE));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFactEqualsItsApprovedSample(RecordedEvent event) throws IOException {
        var published = FACTS.publish(event).orElseThrow();
        assertThat(JSON.readTree(published.data())).isEqualTo(approved(event.type()));
        assertThat(published.type()).isEqualTo(event.type());
        assertThat(published.key()).isEqualTo(COMPLAINT.toString());
        assertThat(published.dataSchema()).isEqualTo("urn:aryz:schema:" + event.type() + ":1");
    }

    @Test
    void anOverrideIsToldButNotItsReason() throws IOException {
        ReferralEvent overridden = new ReferralSent(
                EventSamples.SENT.complaint(),
                EventSamples.SENT.to(),
                EventSamples.SENT.channel(),
                EventSamples.SENT.sentAt(),
                null,
                OverrideReason.DANGER_TO_LIFE);
        PublicEvent published = FACTS.publish(recorded(REFERRALS, overridden)).orElseThrow();
        JsonNode data = JSON.readTree(published.data());
        assertThat(data.get("override").booleanValue()).isTrue();
        assertThat(data.has("consentVersion")).isFalse();
        assertThat(data.toString()).doesNotContain("danger");
    }

    private static <E> RecordedEvent recorded(StoredForm<E> form, E event) {
        var stored = form.encode(event, ZoneOffset.UTC, List.of());
        var metadata = approved(stored.type()).retain(ENVELOPE).toString();
        return EventSamples.recorded(REFERRAL, stored.type(), stored.data(), metadata, List.of());
    }

    private static ObjectNode approved(String type) {
        var sample = "/contracts/aryz.referrals/" + type + "/v1.sample.json";
        try (var file = PublicFactsTest.class.getResourceAsStream(sample)) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
