package org.aryz.intake;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a complaint. Codes and ids only; what people said is in sealed units. */
public sealed interface ComplaintEvent {

    /** When it happened in the world, where that is another time than when it was recorded. */
    default @Nullable When occurredAt() {
        return null;
    }

    /** The sealed note that came with it. */
    default @Nullable UUID note() {
        return null;
    }

    record ComplaintReceived(
            String reference,
            Jurisdiction jurisdiction,
            String organisation,
            List<String> sharedWith,
            Channel channel,
            List<Allegation> allegations,
            Flags flags,
            ZoneId zone,
            PersonalUnits units)
            implements ComplaintEvent {
        /** What was received, with the time of an act as it is known by now. */
        public ComplaintReceived dated(UUID act, When when) {
            var acts = allegations.stream()
                    .map(known -> known.id().equals(act) ? known.dated(when) : known)
                    .toList();
            return new ComplaintReceived(
                    reference, jurisdiction, organisation, sharedWith, channel, acts, flags, zone, units);
        }
    }

    record ComplaintTriaged(Priority priority, @Nullable String team) implements ComplaintEvent {}

    record ComplaintAssigned(String assignee, @Nullable String deputy, @Nullable String team)
            implements ComplaintEvent {}

    record ConsentGiven(ConsentUse use, List<String> authorities, List<String> organisations, int consentVersion)
            implements ComplaintEvent {}

    /** The lists say what remains. */
    record ConsentLimited(ConsentUse use, List<String> authorities, List<String> organisations, int consentVersion)
            implements ComplaintEvent {}

    record ConsentWithdrawn(ConsentUse use, int consentVersion) implements ComplaintEvent {}

    record MedicalExamRequested(ExamKind kind, Moment occurredAt, @Nullable Moment receivedAt, @Nullable UUID note)
            implements ComplaintEvent {}

    record MedicalExamRecorded(ExamKind kind, Moment occurredAt, @Nullable Moment receivedAt, @Nullable UUID note)
            implements ComplaintEvent {}

    /** A fact of one of many kinds, each with a stored name of its own. */
    record FactRecorded(Fact fact, When occurredAt, @Nullable Moment receivedAt, @Nullable UUID note)
            implements ComplaintEvent {}

    record ThreatReported(ThreatSource source, Moment occurredAt, @Nullable UUID note) implements ComplaintEvent {}

    record WithdrawalRequested(
            String requestedBy, boolean coercionSuspected, @Nullable Moment occurredAt, @Nullable UUID note)
            implements ComplaintEvent {}

    record SafetyInterviewed(SafetyFinding finding, @Nullable Moment occurredAt, @Nullable UUID note)
            implements ComplaintEvent {}

    record WithdrawalConfirmed() implements ComplaintEvent {}

    record WithdrawalFoundCoerced() implements ComplaintEvent {}

    record ComplaintClosed(ClosureReason reason, @Nullable UUID note) implements ComplaintEvent {}

    /**
     * What is held was replaced: {@code fields} says what, {@code redactedOf} of whom the new texts do not speak. What
     * they replace goes when those persons are erased.
     */
    record ComplaintAmended(List<String> fields, List<Person> redactedOf, @Nullable UUID narrative, @Nullable UUID note)
            implements ComplaintEvent {}

    record LegalHoldSet(HoldReason reason, @Nullable UUID note) implements ComplaintEvent {}

    record LegalHoldLifted(@Nullable UUID note) implements ComplaintEvent {}

    /**
     * The keys of units were destroyed.
     *
     * @param overriddenBy the coordinator who let it happen although duties were open
     */
    record PersonalDataErased(
            List<Person> of,
            ErasureRequester askedBy,
            ErasureReason reason,
            List<String> unitKinds,
            List<UUID> units,
            @Nullable OverrideReason override,
            @Nullable String overriddenBy,
            @Nullable UUID note)
            implements ComplaintEvent {}
}
