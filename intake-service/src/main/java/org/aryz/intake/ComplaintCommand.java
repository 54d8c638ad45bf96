package org.aryz.intake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a complaint. Personal text is sealed before: a command knows the ids of the units only. */
public sealed interface ComplaintCommand {

    /** When it is said to have happened, where that was told. */
    default @Nullable When occurredAt() {
        return null;
    }

    /** When we learnt of it by a document, where that was later. */
    default @Nullable Moment receivedAt() {
        return null;
    }

    record ReceiveComplaint(
            Dossier dossier,
            Channel channel,
            List<Allegation> allegations,
            Flags flags,
            PersonalUnits units,
            List<Consent> consents)
            implements ComplaintCommand {}

    record TriageComplaint(Priority priority, @Nullable String team, @Nullable String assignee, @Nullable String deputy)
            implements ComplaintCommand {}

    record RecordConsent(Consent consent) implements ComplaintCommand {}

    record RecordMedicalExam(
            ExamStep step, ExamKind kind, Moment occurredAt, @Nullable Moment receivedAt, @Nullable UUID note)
            implements ComplaintCommand {}

    /**
     * @param id for what the fact adds to the file, if it adds something
     */
    record RecordFact(Fact fact, When occurredAt, @Nullable Moment receivedAt, UUID id, @Nullable UUID note)
            implements ComplaintCommand {}

    record ReportThreat(ThreatSource source, Moment occurredAt, @Nullable UUID note) implements ComplaintCommand {}

    record RequestWithdrawal(String by, boolean coercionSuspected, @Nullable Moment occurredAt, @Nullable UUID note)
            implements ComplaintCommand {}

    record RecordSafetyInterview(String by, SafetyFinding finding, @Nullable Moment occurredAt, @Nullable UUID note)
            implements ComplaintCommand {}

    record CloseComplaint(ClosureReason reason, @Nullable UUID note) implements ComplaintCommand {}

    record SetLegalHold(HoldReason reason, @Nullable UUID note) implements ComplaintCommand {}

    record LiftLegalHold(@Nullable UUID note) implements ComplaintCommand {}

    /** Says what remains of all that was written when these persons go; nothing, where both units are absent. */
    record RedactTexts(Set<Person> of, @Nullable UUID narrative, @Nullable UUID note) implements ComplaintCommand {}

    /** {@code override} is a coordinator's, where duties are open. */
    record ErasePersonalData(
            Set<Person> of,
            ErasureRequester askedBy,
            ErasureReason reason,
            @Nullable OverrideReason override,
            String by,
            @Nullable UUID note)
            implements ComplaintCommand {}
}
