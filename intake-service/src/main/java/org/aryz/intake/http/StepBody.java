package org.aryz.intake.http;

import static java.util.Objects.requireNonNull;

import org.aryz.intake.ClosureReason;
import org.aryz.intake.ComplaintCommand.CloseComplaint;
import org.aryz.intake.ComplaintCommand.RecordMedicalExam;
import org.aryz.intake.ComplaintCommand.RecordSafetyInterview;
import org.aryz.intake.ComplaintCommand.ReportThreat;
import org.aryz.intake.ComplaintCommand.RequestWithdrawal;
import org.aryz.intake.ComplaintCommand.TriageComplaint;
import org.aryz.intake.ExamKind;
import org.aryz.intake.ExamStep;
import org.aryz.intake.Moment;
import org.aryz.intake.Priority;
import org.aryz.intake.SafetyFinding;
import org.aryz.intake.ThreatSource;
import org.aryz.intake.application.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be told about a complaint on file; each knows what it asks of the model. */
public sealed interface StepBody
        permits ConsentBody,
                ErasureBody,
                FactBody,
                LegalHoldReleaseBody,
                ReasonedBody,
                RedactionBody,
                StepBody.TriageBody,
                StepBody.MedicalExamBody,
                StepBody.ThreatBody,
                StepBody.WithdrawalRequestBody,
                StepBody.SafetyInterviewBody {
    /** Names what can't be accepted. */
    void check(Checks checks);

    /** The change; only after {@link #check} found nothing wrong. */
    Change toChange(String actor);

    /** First look done. */
    @Schema(name = "Triage", requiredProperties = "priority")
    record TriageBody(
            @Nullable Priority priority, @Nullable String team, @Nullable String assignee, @Nullable String deputy)
            implements StepBody {
        @Override
        public void check(Checks checks) {
            checks.present("/priority", priority);
            checks.code("/team", team);
            checks.opaqueId("/assignee", assignee);
            checks.opaqueId("/deputy", deputy);
            checks.that(deputy == null || assignee != null, "/assignee", "not-null", "A deputy needs an assignee");
        }

        @Override
        public Change toChange(String actor) {
            return Change.to(new TriageComplaint(requireNonNull(priority), team, assignee, deputy));
        }
    }

    /** A medical examination asked for or done. */
    @Schema(
            name = "NewMedicalExam",
            requiredProperties = {"step", "kind", "occurredAt"})
    record MedicalExamBody(
            @Nullable ExamStep step,
            @Nullable ExamKind kind,
            @Schema(ref = "Moment") @Nullable Moment occurredAt,
            @Schema(ref = "Moment") @Nullable Moment receivedAt,
            @Schema(maxLength = PersonalChecks.LONGEST_NOTE) @Nullable String note)
            implements StepBody {
        @Override
        public void check(Checks checks) {
            checks.present("/step", step);
            checks.present("/kind", kind);
            checks.present("/occurredAt", occurredAt);
            PersonalChecks.checkNote(checks, note);
        }

        @Override
        public Change toChange(String actor) {
            return new Change(
                    note,
                    unit -> new RecordMedicalExam(
                            requireNonNull(step), requireNonNull(kind), requireNonNull(occurredAt), receivedAt, unit));
        }
    }

    /** A threat or reprisal. */
    @Schema(
            name = "NewThreat",
            requiredProperties = {"source", "occurredAt"})
    record ThreatBody(
            @Nullable ThreatSource source,
            @Schema(ref = "Moment") @Nullable Moment occurredAt,
            @Schema(maxLength = PersonalChecks.LONGEST_NOTE) @Nullable String note)
            implements StepBody {
        @Override
        public void check(Checks checks) {
            checks.present("/source", source);
            checks.present("/occurredAt", occurredAt);
            PersonalChecks.checkNote(checks, note);
        }

        @Override
        public Change toChange(String actor) {
            return new Change(note, unit -> new ReportThreat(requireNonNull(source), requireNonNull(occurredAt), unit));
        }
    }

    /** A wish to withdraw. */
    @Schema(name = "NewWithdrawalRequest", requiredProperties = "coercionSuspected")
    record WithdrawalRequestBody(
            @Nullable Boolean coercionSuspected,
            @Schema(ref = "Moment") @Nullable Moment occurredAt,
            @Schema(maxLength = PersonalChecks.LONGEST_NOTE) @Nullable String note)
            implements StepBody {
        @Override
        public void check(Checks checks) {
            checks.present("/coercionSuspected", coercionSuspected);
            PersonalChecks.checkNote(checks, note);
        }

        @Override
        public Change toChange(String actor) {
            return new Change(
                    note, unit -> new RequestWithdrawal(actor, requireNonNull(coercionSuspected), occurredAt, unit));
        }
    }

    /** The interview by which another person reviews a wish to withdraw. */
    @Schema(name = "NewSafetyInterview", requiredProperties = "finding")
    record SafetyInterviewBody(
            @Nullable SafetyFinding finding,
            @Schema(ref = "Moment") @Nullable Moment occurredAt,
            @Schema(maxLength = PersonalChecks.LONGEST_NOTE) @Nullable String note)
            implements StepBody {
        @Override
        public void check(Checks checks) {
            checks.present("/finding", finding);
            PersonalChecks.checkNote(checks, note);
        }

        @Override
        public Change toChange(String actor) {
            return new Change(
                    note, unit -> new RecordSafetyInterview(actor, requireNonNull(finding), occurredAt, unit));
        }
    }

    /** The end of the work on it. */
    @Schema(name = "Closure", requiredProperties = "reason")
    record ClosureBody(
            @Nullable ClosureReason reason, @Schema(maxLength = PersonalChecks.LONGEST_NOTE) @Nullable String note)
            implements ReasonedBody {
        @Override
        public Change toChange(String actor) {
            return new Change(note, unit -> new CloseComplaint(requireNonNull(reason), unit));
        }
    }
}
