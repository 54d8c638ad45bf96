package org.aryz.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aryz.intake.Complaint.NotReceived;
import org.aryz.intake.Complaint.OnFile;
import org.aryz.intake.ComplaintCommand.CloseComplaint;
import org.aryz.intake.ComplaintCommand.RecordConsent;
import org.aryz.intake.ComplaintCommand.RecordSafetyInterview;
import org.aryz.intake.ComplaintCommand.ReportThreat;
import org.aryz.intake.ComplaintCommand.RequestWithdrawal;
import org.aryz.intake.ComplaintCommand.TriageComplaint;
import org.aryz.intake.ComplaintEvent.ComplaintAssigned;
import org.aryz.intake.ComplaintEvent.ComplaintClosed;
import org.aryz.intake.ComplaintEvent.ComplaintTriaged;
import org.aryz.intake.ComplaintEvent.ConsentGiven;
import org.aryz.intake.ComplaintEvent.SafetyInterviewed;
import org.aryz.intake.ComplaintEvent.ThreatReported;
import org.aryz.intake.ComplaintEvent.WithdrawalConfirmed;
import org.aryz.intake.ComplaintEvent.WithdrawalFoundCoerced;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    private static final Moment TODAY = Moment.parse("2026-11-22");

    @Test
    void receivingTellsTheComplaintAndEachConsentInTurn() {
        // when
        var events = Complaint.decide(Complaints.receipt(), new NotReceived());

        // then
        assertThat(events)
                .hasSize(3)
                .startsWith(Complaints.received())
                .contains(new ConsentGiven(ConsentUse.REFER, List.of("kg-npm"), List.of(), 1))
                .endsWith(new ConsentGiven(ConsentUse.STATISTICS, List.of(), List.of(), 2));
    }

    @Test
    void aComplaintIsReceivedOnce() {
        assertRejected("complaint-already-received", Complaints.receipt(), onFile());
    }

    @Test
    void nothingCanBeDoneBeforeItIsReceived() {
        assertRejected("complaint-unknown", new ReportThreat(ThreatSource.POLICE, TODAY, null), new NotReceived());
    }

    @Test
    void triageSetsPriorityAndWhoIsResponsible() {
        // when
        var events = Complaint.decide(new TriageComplaint(Priority.URGENT, "kg-north", "a-1", null), onFile());

        // then
        assertThat(events)
                .containsExactly(
                        new ComplaintTriaged(Priority.URGENT, "kg-north"),
                        new ComplaintAssigned("a-1", null, "kg-north"));
        assertThat(status(events)).isEqualTo(Status.TRIAGED);
    }

    @Test
    void consentDecisionsAreCounted() {
        // given
        var complaint = onFile(new ConsentGiven(ConsentUse.REFER, List.of(), List.of(), 1));

        // when
        var events = Complaint.decide(consent(ConsentUse.STATISTICS, ConsentDecision.GIVEN), complaint);

        // then
        assertThat(events).containsExactly(new ConsentGiven(ConsentUse.STATISTICS, List.of(), List.of(), 2));
    }

    @Test
    void consentToShareLetsTheOrganisationSeeIt() {
        var complaint = after(onFile(), consent(ConsentUse.SHARE, ConsentDecision.GIVEN, "npm-kg", "hospital"));

        assertThat(complaint.dossier().sharedWith()).containsExactly("coalition", "npm-kg", "hospital");
        assertThat(complaint.dossier().sharedByConsent()).containsExactly("npm-kg", "hospital");
    }

    @Test
    void limitedConsentToShareLeavesOnlyWhomItNames() {
        var shared = after(onFile(), consent(ConsentUse.SHARE, ConsentDecision.GIVEN, "npm-kg", "hospital"));

        var complaint = after(shared, consent(ConsentUse.SHARE, ConsentDecision.LIMITED, "hospital"));

        assertThat(complaint.dossier().sharedWith()).containsExactly("coalition", "hospital");
    }

    @Test
    void withdrawnConsentToShareEndsTheSharing() {
        var shared = after(onFile(), consent(ConsentUse.SHARE, ConsentDecision.GIVEN, "npm-kg"));

        var complaint = after(shared, consent(ConsentUse.SHARE, ConsentDecision.WITHDRAWN));

        assertThat(complaint.dossier().sharedWith()).containsExactly("coalition");
    }

    @Test
    void aWishToWithdrawClosesNothing() {
        var complaint = after(onFile(), withdrawal("a-1"));

        assertThat(complaint.status()).isEqualTo(Status.WITHDRAWAL_REQUESTED);
        assertRejected("safety-review-open", close(ClosureReason.OTHER), complaint);
        assertRejected("safety-review-open", withdrawal("a-2"), complaint);
    }

    @Test
    void whoRecordedTheWishCannotReviewIt() {
        assertRejected(
                "reviewer-recorded-request",
                review("a-1", SafetyFinding.FREE_WILL),
                after(onFile(), withdrawal("a-1")));
    }

    @Test
    void nothingIsReviewedWithoutAWish() {
        assertRejected("no-withdrawal-request", review("a-2", SafetyFinding.FREE_WILL), onFile());
    }

    @Test
    void aReviewConfirmsAFreeWishAndOnlyThenItMayBeClosedForIt() {
        // given
        var underReview = after(onFile(), withdrawal("a-1"));
        var interview = review("a-2", SafetyFinding.FREE_WILL);

        // when
        var events = Complaint.decide(interview, underReview);
        var reviewed = after(underReview, interview);

        // then
        assertThat(events)
                .containsExactly(
                        new SafetyInterviewed(SafetyFinding.FREE_WILL, TODAY, null), new WithdrawalConfirmed());
        assertThat(reviewed.status()).isEqualTo(Status.RECEIVED);
        assertThat(after(reviewed, close(ClosureReason.WITHDRAWN_FREE_WILL)).status())
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void aForcedWishIsToldAsSuchAndTheComplaintGoesOn() {
        // given
        var underReview = after(onFile(), withdrawal("a-1"));
        var interview = review("a-2", SafetyFinding.COERCED);

        // then
        assertThat(Complaint.decide(interview, underReview)).endsWith(new WithdrawalFoundCoerced());
        var reviewed = after(underReview, interview);
        assertThat(reviewed.status()).isEqualTo(Status.RECEIVED);
        assertRejected("withdrawal-not-confirmed", close(ClosureReason.WITHDRAWN_FREE_WILL), reviewed);
    }

    @Test
    void anUnclearFindingLeavesTheReviewOpen() {
        var reviewed = after(after(onFile(), withdrawal("a-1")), review("a-2", SafetyFinding.UNCLEAR));

        assertThat(reviewed.status()).isEqualTo(Status.WITHDRAWAL_REQUESTED);
    }

    @Test
    void aClosedComplaintStillTakesThreatsAndConsentsButIsNotWorkedOn() {
        // given
        var closed = onFile(new ComplaintClosed(ClosureReason.JUDGMENT, null));

        // then
        assertRejected("complaint-closed", new TriageComplaint(Priority.HIGH, null, null, null), closed);
        assertRejected("complaint-closed", withdrawal("a-1"), closed);
        assertRejected("complaint-closed", close(ClosureReason.OTHER), closed);
        assertThat(Complaint.decide(new ReportThreat(ThreatSource.POLICE, TODAY, null), closed))
                .containsExactly(new ThreatReported(ThreatSource.POLICE, TODAY, null));
        assertThat(Complaint.decide(consent(ConsentUse.REFER, ConsentDecision.WITHDRAWN), closed))
                .hasSize(1);
    }

    private static OnFile onFile(ComplaintEvent... more) {
        var complaint = Complaint.evolve(new NotReceived(), Complaints.received());
        for (var event : more) {
            complaint = Complaint.evolve(complaint, event);
        }
        return (OnFile) complaint;
    }

    private static OnFile after(OnFile onFile, ComplaintCommand command) {
        Complaint complaint = onFile;
        for (var event : Complaint.decide(command, onFile)) {
            complaint = Complaint.evolve(complaint, event);
        }
        return (OnFile) complaint;
    }

    private static Status status(List<ComplaintEvent> events) {
        return onFile(events.toArray(ComplaintEvent[]::new)).status();
    }

    private static RecordConsent consent(ConsentUse use, ConsentDecision decision, String... organisations) {
        return new RecordConsent(new Consent(use, decision, List.of(), List.of(organisations)));
    }

    private static RequestWithdrawal withdrawal(String by) {
        return new RequestWithdrawal(by, true, TODAY, null);
    }

    private static RecordSafetyInterview review(String by, SafetyFinding finding) {
        return new RecordSafetyInterview(by, finding, TODAY, null);
    }

    private static CloseComplaint close(ClosureReason reason) {
        return new CloseComplaint(reason, null);
    }

    private static void assertRejected(String reason, ComplaintCommand command, Complaint complaint) {
        assertThatThrownBy(() -> Complaint.decide(command, complaint))
                .isInstanceOfSatisfying(RejectedCommand.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(reason));
    }
}
