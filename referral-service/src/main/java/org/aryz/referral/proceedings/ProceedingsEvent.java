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
}
