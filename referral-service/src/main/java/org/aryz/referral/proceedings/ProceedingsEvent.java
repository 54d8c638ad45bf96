package org.aryz.referral.proceedings;

import java.time.LocalDate;
import java.util.UUID;
import org.aryz.referral.ComplaintId;
import org.jspecify.annotations.Nullable;

/** What happened in the proceedings of a complaint. */
public sealed interface ProceedingsEvent {
    /** A judgment took legal force: only this ends the limitation of its suspect, or of the case. */
    record JudgmentInForce(ComplaintId complaint, Outcome outcome, LocalDate inForceOn, @Nullable UUID suspect)
            implements ProceedingsEvent {}

    /** A fact of one of many kinds, each with a stored name of its own; what was written about it lies in the unit {@code note}. */
    record FactRecorded(
            ComplaintId complaint, Fact fact, LocalDate occurredAt, @Nullable LocalDate receivedAt, @Nullable UUID note)
            implements ProceedingsEvent {}
}
