package org.aryz.referral.messaging;

import static org.aryz.referral.Samples.COMPLAINT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.aryz.referral.Allegation;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.Consent;
import org.aryz.referral.Jurisdiction;
import org.aryz.referral.KnownComplaint;
import org.aryz.referral.Samples;
import org.aryz.testplatform.PublishedEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service can read the approved sample of every event it takes in. */
class ConsumedEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aComplaintIsKnownByItsOwnerItsPlacesAndWhomItAccuses() {
        var received = ComplaintFacts.read(sample("complaint.received"), ComplaintReceived.class);
        assertThat(received.complaint())
                .isEqualTo(new KnownComplaint(
                        COMPLAINT,
                        "KG-2025-7F3K9Q2M8X",
                        Jurisdiction.KG,
                        "legal-aid",
                        Set.of("coalition"),
                        false,
                        new Consent.Absent(),
                        List.of(
                                new Allegation("KG-GB", "criminal-police"),
                                new Allegation("KG-GB", "criminal-police"))));
    }

    @Test
    void consentToReferIsKeptWithItsVersion() {
        var given = ComplaintFacts.read(sample("consent.given"), ConsentStated.class);
        var consent = Consent.given(given.consentVersion(), given.authorityCodes());
        var known = given.changes(Samples.complaint(), consent);
        assertThat(known.consent().versionFor(new AuthorityCode("kg-prosecutor-general")))
                .contains(1);
        assertThat(known.consent().versionFor(new AuthorityCode("kg-ombudsman")))
                .isEmpty();
    }

    @Test
    void aLimitLeavesWhatItNames() {
        var limited = ComplaintFacts.read(sample("consent.limited"), ConsentStated.class);
        assertThat(limited.consentVersion()).isEqualTo(2);
        assertThat(limited.authorityCodes()).containsExactly(new AuthorityCode("kg-prosecutor-general"));
    }

    @Test
    void consentToAnotherUseLeavesConsentToReferAlone() {
        var before = Samples.complaint().with(new Consent.ToAny(1));
        var withdrawn = ComplaintFacts.read(sample("consent.withdrawn"), ConsentStated.class);
        assertThat(withdrawn.changes(before, new Consent.Absent())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint.closed", "complaint.triaged", "threat.reported", "medical-exam.recorded"})
    void whatOnlyNamesItsComplaintIsReadAsThat(String type) {
        assertThat(ComplaintFacts.read(sample(type), AboutComplaint.class).complaint())
                .isEqualTo(COMPLAINT);
    }

    @Test
    void everyPublishedTypeIsKnownAndNoOther() {
        assertThat(PublishedEvents.typesOn("aryz.complaints")).allMatch(ComplaintFacts::isKnown);
        assertThat(ComplaintFacts.isKnown("complaint.unheard-of")).isFalse();
    }

    private static JsonNode sample(String type) {
        var sample = "/contracts/aryz.complaints/" + type + "/v1.sample.json";
        try (var file = ConsumedEventsTest.class.getResourceAsStream(sample)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
