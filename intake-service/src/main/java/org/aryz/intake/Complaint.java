package org.aryz.intake;

import java.util.ArrayList;
import java.util.List;
import org.aryz.intake.ComplaintCommand.CloseComplaint;
import org.aryz.intake.ComplaintCommand.ErasePersonalData;
import org.aryz.intake.ComplaintCommand.LiftLegalHold;
import org.aryz.intake.ComplaintCommand.ReceiveComplaint;
import org.aryz.intake.ComplaintCommand.RecordConsent;
import org.aryz.intake.ComplaintCommand.RecordFact;
import org.aryz.intake.ComplaintCommand.RecordMedicalExam;
import org.aryz.intake.ComplaintCommand.RecordSafetyInterview;
import org.aryz.intake.ComplaintCommand.RedactTexts;
import org.aryz.intake.ComplaintCommand.ReportThreat;
import org.aryz.intake.ComplaintCommand.RequestWithdrawal;
import org.aryz.intake.ComplaintCommand.SetLegalHold;
import org.aryz.intake.ComplaintCommand.TriageComplaint;
import org.aryz.intake.ComplaintEvent.ComplaintAmended;
import org.aryz.intake.ComplaintEvent.ComplaintAssigned;
import org.aryz.intake.ComplaintEvent.ComplaintClosed;
import org.aryz.intake.ComplaintEvent.ComplaintReceived;
import org.aryz.intake.ComplaintEvent.ComplaintTriaged;
import org.aryz.intake.ComplaintEvent.ConsentGiven;
import org.aryz.intake.ComplaintEvent.ConsentLimited;
import org.aryz.intake.ComplaintEvent.ConsentWithdrawn;
import org.aryz.intake.ComplaintEvent.FactRecorded;
import org.aryz.intake.ComplaintEvent.LegalHoldLifted;
import org.aryz.intake.ComplaintEvent.LegalHoldSet;
import org.aryz.intake.ComplaintEvent.MedicalExamRecorded;
import org.aryz.intake.ComplaintEvent.MedicalExamRequested;
import org.aryz.intake.ComplaintEvent.PersonalDataErased;
import org.aryz.intake.ComplaintEvent.SafetyInterviewed;
import org.aryz.intake.ComplaintEvent.ThreatReported;
import org.aryz.intake.ComplaintEvent.WithdrawalConfirmed;
import org.aryz.intake.ComplaintEvent.WithdrawalFoundCoerced;
import org.aryz.intake.ComplaintEvent.WithdrawalRequested;
import org.aryz.intake.Withdrawal.NotWished;
import org.aryz.intake.Withdrawal.UnderReview;

/** The state that deciding about a complaint needs, what is decided in it, and how events change it. */
public sealed interface Complaint {

    /** Nobody has handed it in yet. */
    record NotReceived() implements Complaint {}

    /** It was handed in and is worked on; {@code consentVersion} counts the consent decisions. */
    record OnFile(
            Dossier dossier, Stage stage, int consentVersion, Withdrawal withdrawal, Holdings held, Timeline timeline)
            implements Complaint {
        public Status status() {
            return withdrawal instanceof UnderReview ? Status.WITHDRAWAL_REQUESTED : stage.status;
        }

        private OnFile at(Stage reached) {
            return new OnFile(dossier, reached, consentVersion, withdrawal, held, timeline);
        }

        private OnFile noting(ComplaintEvent event) {
            return new OnFile(dossier, stage, consentVersion, withdrawal, held.after(event), timeline.after(event));
        }
    }

    /** How far the work on it is. */
    enum Stage {
        RECEIVED(Status.RECEIVED),
        TRIAGED(Status.TRIAGED),
        CLOSED(Status.CLOSED);

        private final Status status;

        Stage(Status status) {
            this.status = status;
        }
    }

    static List<ComplaintEvent> decide(ComplaintCommand command, Complaint complaint) {
        return switch (complaint) {
            case NotReceived _ when command instanceof ReceiveComplaint receive -> receive(receive);
            case NotReceived _ -> throw new RejectedCommand("complaint-unknown", "There is no such complaint.");
            case OnFile onFile -> decide(command, onFile);
        };
    }

    private static List<ComplaintEvent> decide(ComplaintCommand command, OnFile onFile) {
        return switch (command) {
            case ReceiveComplaint _ ->
                throw new RejectedCommand("complaint-already-received", "This complaint was received before.");
            case RecordConsent record -> List.of(consent(record.consent(), onFile.consentVersion() + 1));
            case RecordMedicalExam exam -> List.of(exam(exam));
            case RecordFact fact -> List.of(onFile.timeline().decide(fact));
            case ReportThreat threat ->
                List.of(new ThreatReported(threat.source(), threat.occurredAt(), threat.note()));
            case SetLegalHold set -> List.of(Erasure.decide(set, onFile.held()));
            case LiftLegalHold lift -> List.of(Erasure.decide(lift, onFile.held()));
            case RedactTexts redact -> List.of(Erasure.decide(redact));
            case ErasePersonalData erase ->
                List.of(Erasure.decide(erase, onFile.held(), onFile.stage() != Stage.CLOSED));
            case TriageComplaint _, RequestWithdrawal _, RecordSafetyInterview _, CloseComplaint _
            when onFile.stage() == Stage.CLOSED ->
                throw new RejectedCommand("complaint-closed", "The complaint is closed.");
            case TriageComplaint triage -> triage(triage);
            case RequestWithdrawal request -> requestWithdrawal(request, onFile.withdrawal());
            case RecordSafetyInterview interview -> review(interview, onFile.withdrawal());
            case CloseComplaint close -> close(close, onFile.withdrawal());
        };
    }

    private static List<ComplaintEvent> receive(ReceiveComplaint receive) {
        var dossier = receive.dossier();
        var events = new ArrayList<ComplaintEvent>();
        events.add(new ComplaintReceived(
                dossier.reference(),
                dossier.jurisdiction(),
                dossier.organisation(),
                dossier.sharedFromStart(),
                receive.channel(),
                receive.allegations(),
                receive.flags(),
                dossier.zone(),
                receive.units()));
        for (var consent : receive.consents()) {
            events.add(consent(consent, events.size()));
        }
        return events;
    }

    private static List<ComplaintEvent> triage(TriageComplaint triage) {
        var triaged = new ComplaintTriaged(triage.priority(), triage.team());
        return triage.assignee() == null
                ? List.of(triaged)
                : List.of(triaged, new ComplaintAssigned(triage.assignee(), triage.deputy(), triage.team()));
    }

    private static ComplaintEvent consent(Consent consent, int version) {
        return switch (consent.decision()) {
            case GIVEN -> new ConsentGiven(consent.use(), consent.authorities(), consent.organisations(), version);
            case LIMITED -> new ConsentLimited(consent.use(), consent.authorities(), consent.organisations(), version);
            case WITHDRAWN -> new ConsentWithdrawn(consent.use(), version);
        };
    }

    private static ComplaintEvent exam(RecordMedicalExam exam) {
        return switch (exam.step()) {
            case REQUESTED -> new MedicalExamRequested(exam.kind(), exam.occurredAt(), exam.receivedAt(), exam.note());
            case RECORDED -> new MedicalExamRecorded(exam.kind(), exam.occurredAt(), exam.receivedAt(), exam.note());
        };
    }

    private static List<ComplaintEvent> requestWithdrawal(RequestWithdrawal request, Withdrawal withdrawal) {
        if (withdrawal instanceof UnderReview) {
            throw new RejectedCommand("safety-review-open", "A wish to withdraw is under review already.");
        }
        return List.of(new WithdrawalRequested(
                request.by(), request.coercionSuspected(), request.occurredAt(), request.note()));
    }

    private static List<ComplaintEvent> review(RecordSafetyInterview interview, Withdrawal withdrawal) {
        if (!(withdrawal instanceof UnderReview(var requestedBy))) {
            throw new RejectedCommand("no-withdrawal-request", "No wish to withdraw is under review.");
        }
        if (requestedBy.equals(interview.by())) {
            throw new RejectedCommand(
                    "reviewer-recorded-request", "Another person than who recorded the wish must review it.");
        }
        var interviewed = new SafetyInterviewed(interview.finding(), interview.occurredAt(), interview.note());
        return switch (interview.finding()) {
            case FREE_WILL -> List.of(interviewed, new WithdrawalConfirmed());
            case COERCED -> List.of(interviewed, new WithdrawalFoundCoerced());
            case UNCLEAR -> List.of(interviewed);
        };
    }

    private static List<ComplaintEvent> close(CloseComplaint close, Withdrawal withdrawal) {
        if (withdrawal instanceof UnderReview) {
            throw new RejectedCommand("safety-review-open", "A wish to withdraw is under review.");
        }
        if (close.reason() == ClosureReason.WITHDRAWN_FREE_WILL && !(withdrawal instanceof Withdrawal.Confirmed)) {
            throw new RejectedCommand(
                    "withdrawal-not-confirmed", "No safety review confirmed a free wish to withdraw.");
        }
        return List.of(new ComplaintClosed(close.reason(), close.note()));
    }

    static Complaint evolve(Complaint complaint, ComplaintEvent event) {
        return switch (complaint) {
            case NotReceived _ when event instanceof ComplaintReceived received -> file(received);
            case NotReceived _ -> throw new IllegalStateException("A complaint begins with its receipt");
            case OnFile onFile -> evolve(onFile.noting(event), event);
        };
    }

    private static OnFile file(ComplaintReceived received) {
        var dossier = Dossier.opened(
                received.reference(),
                received.jurisdiction(),
                received.zone(),
                received.organisation(),
                received.sharedWith());
        return new OnFile(
                dossier, Stage.RECEIVED, 0, new NotWished(), Holdings.NONE.after(received), Timeline.of(received));
    }

    private static OnFile evolve(OnFile file, ComplaintEvent event) {
        var dossier = file.dossier();
        return switch (event) {
            case ComplaintReceived _, ComplaintAssigned _, ComplaintAmended _ -> file;
            case LegalHoldSet _, LegalHoldLifted _, PersonalDataErased _, FactRecorded _ -> file;
            case ComplaintTriaged _ -> file.at(Stage.TRIAGED);
            case ConsentGiven given
            when given.use() == ConsentUse.SHARE ->
                consented(file, dossier.sharedAlsoWith(given.organisations()), given.consentVersion());
            case ConsentGiven given -> consented(file, dossier, given.consentVersion());
            case ConsentLimited limited
            when limited.use() == ConsentUse.SHARE ->
                consented(file, dossier.sharedByConsentWith(limited.organisations()), limited.consentVersion());
            case ConsentLimited limited -> consented(file, dossier, limited.consentVersion());
            case ConsentWithdrawn withdrawn
            when withdrawn.use() == ConsentUse.SHARE ->
                consented(file, dossier.sharedByConsentWith(List.of()), withdrawn.consentVersion());
            case ConsentWithdrawn withdrawn -> consented(file, dossier, withdrawn.consentVersion());
            case MedicalExamRequested _, MedicalExamRecorded _, ThreatReported _, SafetyInterviewed _ -> file;
            case WithdrawalRequested requested -> wish(file, new UnderReview(requested.requestedBy()));
            case WithdrawalConfirmed _ -> wish(file, new Withdrawal.Confirmed());
            case WithdrawalFoundCoerced _ -> wish(file, new Withdrawal.FoundCoerced());
            case ComplaintClosed _ -> file.at(Stage.CLOSED);
        };
    }

    private static OnFile consented(OnFile file, Dossier dossier, int version) {
        return new OnFile(dossier, file.stage(), version, file.withdrawal(), file.held(), file.timeline());
    }

    private static OnFile wish(OnFile file, Withdrawal withdrawal) {
        return new OnFile(
                file.dossier(), file.stage(), file.consentVersion(), withdrawal, file.held(), file.timeline());
    }
}
