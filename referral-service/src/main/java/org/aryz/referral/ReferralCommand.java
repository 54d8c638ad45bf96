package org.aryz.referral;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a referral. */
public sealed interface ReferralCommand {
    /** Record that a complaint was sent to an authority. */
    record SendReferral(
            KnownComplaint complaint,
            Authority to,
            Channel channel,
            OffsetDateTime sentAt,
            @Nullable OverrideReason override)
            implements ReferralCommand {}

    /** Record that the authority gave a number; {@code number} names the sealed unit that holds it. */
    record RegisterReferral(UUID number, OffsetDateTime registeredAt, @Nullable LocalDate received)
            implements ReferralCommand {}

    /** Record a decision, and its receipt where that is known. */
    record RecordDecision(Decision decision) implements ReferralCommand {}

    /** Record when a known decision reached us. */
    record RecordDecisionReceipt(DecisionId decision, LocalDate received) implements ReferralCommand {}
}
