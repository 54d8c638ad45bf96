package org.aryz.referral;

import static org.aryz.referral.Samples.ASTANA;
import static org.aryz.referral.Samples.BISHKEK;
import static org.aryz.referral.Samples.CENTRAL;
import static org.aryz.referral.Samples.OSH;
import static org.aryz.referral.Samples.SENT_AT;
import static org.aryz.referral.Samples.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.aryz.referral.ReferralCommand.SendReferral;
import org.aryz.referral.ReferralEvent.ReferralSent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To whom a complaint may go, and on what it rests. */
class SendingTest {
    private static final Consent TO_ANY = new Consent.ToAny(3);

    @Test
    void aReferralCarriesTheVersionOfTheConsentItRestsOn() {
        assertThat(send(complaint().with(TO_ANY), CENTRAL, null)).isEqualTo(sent(CENTRAL, 3, null));
    }

    @Test
    void withoutConsentNothingIsSent() {
        assertThatRejected(complaint(), CENTRAL, null, Rejection.NO_CONSENT);
    }

    @Test
    void consentToOneAuthorityIsNoConsentToAnother() {
        var limited = complaint().with(Consent.given(1, List.of(OSH.code())));
        assertThatRejected(limited, CENTRAL, null, Rejection.NO_CONSENT);
        assertThat(send(limited, OSH, null)).isEqualTo(sent(OSH, 1, null));
    }

    @Test
    void anOverrideStandsInForConsentAndLeavesItsVersionOut() {
        assertThat(send(complaint(), CENTRAL, OverrideReason.DANGER_TO_LIFE))
                .isEqualTo(sent(CENTRAL, null, OverrideReason.DANGER_TO_LIFE));
    }

    @Test
    void anOverrideThatNothingNeedsIsNotRecorded() {
        assertThat(send(complaint().with(TO_ANY), CENTRAL, OverrideReason.OTHER))
                .isEqualTo(sent(CENTRAL, 3, null));
    }

    @Test
    void theLocalProsecutorOfTheRegionIsTooNearToTheAccused() {
        assertThatRejected(complaint().with(TO_ANY), BISHKEK, null, Rejection.CONFLICT_OF_INTEREST);
        assertThat(send(complaint().with(TO_ANY), OSH, null)).isEqualTo(sent(OSH, 3, null));
    }

    @Test
    void oneAllegationOfTheRegionIsEnoughForAConflict() {
        var twoPlaces = complaint(new Allegation("KG-C", "army"), new Allegation("KG-O", null))
                .with(TO_ANY);
        assertThatRejected(twoPlaces, OSH, null, Rejection.CONFLICT_OF_INTEREST);
    }

    @Test
    void aNamedPersonMaySendToTheLocalProsecutorAllTheSame() {
        assertThat(send(complaint().with(TO_ANY), BISHKEK, OverrideReason.MINOR_ALONE))
                .isEqualTo(sent(BISHKEK, 3, OverrideReason.MINOR_ALONE));
    }

    @Test
    void nobodyMaySendToTheVeryBodyComplainedAbout() {
        var aboutProsecutors = complaint(new Allegation("KG-GB", "prosecutor")).with(TO_ANY);
        assertThatRejected(aboutProsecutors, BISHKEK, OverrideReason.DANGER_TO_LIFE, Rejection.BODY_COMPLAINED_ABOUT);
        assertThat(send(aboutProsecutors, CENTRAL, null)).isEqualTo(sent(CENTRAL, 3, null));
    }

    @Test
    void anAuthorityOfAnotherCountryHasNoSayHere() {
        assertThatRejected(complaint().with(TO_ANY), ASTANA, null, Rejection.OTHER_JURISDICTION);
    }

    @Test
    void aClosedComplaintGoesNowhere() {
        assertThatRejected(complaint().with(TO_ANY).close(), CENTRAL, null, Rejection.COMPLAINT_CLOSED);
    }

    @Test
    void oneReferralIsSentOnce() {
        var once = Referral.evolve(new Referral.NotSent(), sent(CENTRAL, 3, null));
        var again = new SendReferral(complaint().with(TO_ANY), CENTRAL, Channel.POST, SENT_AT, null);
        assertThatExceptionOfType(RejectedCommand.class)
                .isThrownBy(() -> Referral.decide(again, once))
                .extracting(RejectedCommand::reason)
                .isEqualTo(Rejection.ALREADY_SENT);
    }

    private static ReferralEvent send(KnownComplaint complaint, Authority to, @Nullable OverrideReason override) {
        var command = new SendReferral(complaint, to, Channel.COURIER, SENT_AT, override);
        var events = Referral.decide(command, new Referral.NotSent());
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static ReferralSent sent(
            Authority to, @Nullable Integer consentVersion, @Nullable OverrideReason override) {
        return new ReferralSent(Samples.COMPLAINT, to.code(), Channel.COURIER, SENT_AT, consentVersion, override);
    }

    private static void assertThatRejected(
            KnownComplaint complaint, Authority to, @Nullable OverrideReason override, Rejection reason) {
        assertThatExceptionOfType(RejectedCommand.class)
                .isThrownBy(() -> send(complaint, to, override))
                .extracting(RejectedCommand::reason)
                .isEqualTo(reason);
    }
}
