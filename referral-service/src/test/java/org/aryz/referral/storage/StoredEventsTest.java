package org.aryz.referral.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.referral.EventSamples;
import org.aryz.referral.ReferralEvent;
import org.aryz.referral.application.StoredForm;
import org.aryz.referral.proceedings.Fact;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once stays readable: each event equals its approved sample, and is read from it. */
class StoredEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StoredForm<ReferralEvent> REFERRALS = new StoredReferralEvents();
    private static final StoredForm<ProceedingsEvent> PROCEEDINGS = new StoredProceedingsEvents();

    static Stream<ReferralEvent> referralEvents() {
        return Stream.of(
                EventSamples.SENT, EventSamples.REGISTERED, EventSamples.DECISION_MADE, EventSamples.DECISION_RECEIVED);
    }

    @ParameterizedTest
    @MethodSource("referralEvents")
    void anEventOfAReferralEqualsItsApprovedSample(ReferralEvent event) throws IOException {
        assertApproved(REFERRALS, event);
    }

    static Stream<ProceedingsEvent> proceedingsEvents() {
        return Stream.of(EventSamples.JUDGMENT_IN_FORCE);
    }

    @ParameterizedTest
    @MethodSource("proceedingsEvents")
    void anEventOfProceedingsEqualsItsApprovedSample(ProceedingsEvent event) throws IOException {
        assertApproved(PROCEEDINGS, event);
    }

    static Stream<String> facts() {
        return Fact.KINDS.keySet().stream().sorted();
    }

    /** A fact is its record: read from what was approved, it must be written the same again. */
    @ParameterizedTest
    @MethodSource("facts")
    void aFactIsReadFromItsApprovedSampleAndWrittenTheSame(String kind) throws IOException {
        assertApproved(PROCEEDINGS, EventSamples.fact(kind));
    }

    @Test
    void everyEventHasAnApprovedSample() {
        assertThat(referralEvents().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(ReferralEvent.class.getPermittedSubclasses());
        assertThat(Stream.concat(proceedingsEvents(), facts().map(EventSamples::fact))
                        .map(Object::getClass)
                        .distinct())
                .containsExactlyInAnyOrder(ProceedingsEvent.class.getPermittedSubclasses());
    }

    private static <E> void assertApproved(StoredForm<E> codec, E event) throws IOException {
        var encoded = codec.encode(event, ZoneId.of("Asia/Bishkek"), List.of());
        try (var file = StoredEventsTest.class.getResourceAsStream("/stored/" + encoded.type() + ".v1.json")) {
            var approved = JSON.readTree(file);
            assertThat(JSON.readTree(encoded.data())).isEqualTo(approved);
            var stored = stored(encoded.type(), approved.toString());
            assertThat(codec.holds(stored)).isTrue();
            assertThat(codec.decode(stored)).isEqualTo(event);
        }
    }

    @Test
    void aDayBeginsWhereTheComplaintIs() {
        var encoded = REFERRALS.encode(EventSamples.DECISION_MADE, ZoneId.of("Asia/Bishkek"), List.of());
        assertThat(encoded.occurredAt()).isEqualTo("2025-03-13T18:00:00Z");
    }

    private static RecordedEvent stored(String type, String data) {
        return EventSamples.recorded(UUID.randomUUID(), type, data, "{}", List.of());
    }
}
