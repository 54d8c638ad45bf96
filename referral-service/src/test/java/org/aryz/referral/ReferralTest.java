package org.aryz.referral;

import static org.aryz.referral.Samples.CENTRAL;
import static org.aryz.referral.Samples.COMPLAINT;
import static org.aryz.referral.Samples.DECISION;
import static org.aryz.referral.Samples.MADE;
import static org.aryz.referral.Samples.NUMBER;
import static org.aryz.referral.Samples.RECEIVED;
import static org.aryz.referral.Samples.SENT_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.aryz.referral.Referral.Sent;
import org.aryz.referral.Referral.Status;
import org.aryz.referral.ReferralCommand.RecordDecision;
import org.aryz.referral.ReferralCommand.RecordDecisionReceipt;
import org.aryz.referral.ReferralCommand.RegisterReferral;
import org.aryz.referral.ReferralEvent.DecisionMade;
import org.aryz.referral.ReferralEvent.DecisionReceived;
import org.aryz.referral.ReferralEvent.ReferralRegistered;
import org.aryz.referral.ReferralEvent.ReferralSent;
import org.junit.jupiter.api.Test;

/** What becomes of a referral once it was sent. */
class ReferralTest {
    private static final ReferralSent SENT =
            new ReferralSent(COMPLAINT, CENTRAL.code(), Channel.COURIER, SENT_AT, 1, null);
    private static final ReferralRegistered REGISTERED =
            new ReferralRegistered(CENTRAL.code(), NUMBER, SENT_AT.plusHours(20), null);
    private static final DecisionMade REFUSED =
            new DecisionMade(new Decision(DECISION, DecisionKind.REFUSED, MADE, null));
    private static final RegisterReferral REGISTER = new RegisterReferral(NUMBER, SENT_AT.plusHours(20), null);

    @Test
    void registeringKeepsTheNumberSealedAndNamesTheAuthority() {
        assertThat(Referral.decide(REGISTER, after(SENT))).containsExactly(REGISTERED);
    }

    @Test
    void aReferralIsRegisteredOnce() {
        assertThatRejected(REGISTER, after(SENT, REGISTERED), Rejection.ALREADY_REGISTERED);
    }

    @Test
    void nothingIsRegisteredBeforeItWasSent() {
        var early = new RegisterReferral(NUMBER, SENT_AT.minusMinutes(1), null);
        assertThatRejected(early, after(SENT), Rejection.REGISTERED_BEFORE_SENT);
    }

    @Test
    void aDecisionWhoseReceiptIsKnownIsTwoFacts() {
        var opened = new Decision(DECISION, DecisionKind.OPENED, MADE, RECEIVED);
        assertThat(Referral.decide(new RecordDecision(opened), after(SENT)))
                .containsExactly(
                        new DecisionMade(opened), new DecisionReceived(DECISION, DecisionKind.OPENED, MADE, RECEIVED));
    }

    @Test
    void aRefusalMayReachUsMonthsAfterItWasMade() {
        var late = MADE.plusMonths(2);
        assertThat(Referral.decide(new RecordDecisionReceipt(DECISION, late), after(SENT, REFUSED)))
                .containsExactly(new DecisionReceived(DECISION, DecisionKind.REFUSED, MADE, late));
    }

    @Test
    void aDecisionReachesUsOnceAndNotBeforeItWasMade() {
        var received = new DecisionReceived(DECISION, DecisionKind.REFUSED, MADE, RECEIVED);
        assertThatRejected(
                new RecordDecisionReceipt(DECISION, RECEIVED),
                after(SENT, REFUSED, received),
                Rejection.ALREADY_RECEIVED);
        assertThatRejected(
                new RecordDecisionReceipt(DECISION, MADE.minusDays(1)),
                after(SENT, REFUSED),
                Rejection.RECEIVED_BEFORE_MADE);
    }

    @Test
    void aReceiptNeedsADecision() {
        assertThatRejected(new RecordDecisionReceipt(DECISION, RECEIVED), after(SENT), Rejection.UNKNOWN_DECISION);
    }

    @Test
    void whatWasNotSentHasNoLife() {
        assertThatRejected(REGISTER, new Referral.NotSent(), Rejection.NOT_SENT);
        assertThatRejected(new RecordDecision(REFUSED.decision()), new Referral.NotSent(), Rejection.NOT_SENT);
    }

    @Test
    void theStatusTellsHowFarItCame() {
        assertThat(status(SENT)).isEqualTo(Status.SENT);
        assertThat(status(SENT, REGISTERED)).isEqualTo(Status.REGISTERED);
        assertThat(status(SENT, REGISTERED, REFUSED)).isEqualTo(Status.DECIDED);
        assertThat(status(SENT, REFUSED)).isEqualTo(Status.DECIDED);
    }

    @Test
    void aReceiptIsKeptWithItsDecision() {
        var state = after(SENT, REFUSED, new DecisionReceived(DECISION, DecisionKind.REFUSED, MADE, RECEIVED));
        assertThat(((Sent) state).decisions())
                .isEqualTo(List.of(new Decision(DECISION, DecisionKind.REFUSED, MADE, RECEIVED)));
    }

    private static Status status(ReferralEvent... events) {
        return ((Sent) after(events)).status();
    }

    private static Referral after(ReferralEvent... events) {
        return Arrays.stream(events).reduce((Referral) new Referral.NotSent(), Referral::evolve, (a, _) -> a);
    }

    private static void assertThatRejected(ReferralCommand command, Referral state, Rejection reason) {
        assertThatExceptionOfType(RejectedCommand.class)
                .isThrownBy(() -> Referral.decide(command, state))
                .extracting(RejectedCommand::reason)
                .isEqualTo(reason);
    }
}
