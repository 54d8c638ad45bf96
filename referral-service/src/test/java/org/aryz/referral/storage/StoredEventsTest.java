package org.aryz.referral.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.referral.EventSamples;
import org.aryz.referral.ReferralEvent;
import org.aryz.referral.application.EventCodec;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once stays readable: each event equals its approved sample, and is read from it. */
class StoredEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventCodec<ReferralEvent> REFERRALS = new StoredReferralEvents();
    private static final EventCodec<ProceedingsEvent> PROCEEDINGS = new StoredProceedingsEvents();

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

    private static <E> void assertApproved(EventCodec<E> codec, E event) throws IOException {
        var type = codec.type(event);
        try (var file = StoredEventsTest.class.getResourceAsStream("/stored/" + type + ".v1.json")) {
            var approved = JSON.readTree(file);
            assertThat(JSON.readTree(codec.encode(event))).isEqualTo(approved);
            var stored = stored(type, approved.toString());
            assertThat(codec.holds(stored)).isTrue();
            assertThat(codec.decode(stored)).isEqualTo(event);
        }
    }

    private static RecordedEvent stored(String type, String data) {
        return EventSamples.recorded(UUID.randomUUID(), type, data, "{}", List.of());
    }
}
