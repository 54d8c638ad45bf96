package org.aryz.referral;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a referral. */
public sealed interface ReferralEvent {
    /** It went out, resting on a version of the consent or on a named person's override. */
    record ReferralSent(
            ComplaintId complaint,
            AuthorityCode to,
            Channel channel,
            OffsetDateTime sentAt,
            @Nullable Integer consentVersion,
            @Nullable OverrideReason override)
            implements ReferralEvent {}

    /** The authority gave a number, which lies in the sealed unit {@code number}. */
    record ReferralRegistered(AuthorityCode by, UUID number, OffsetDateTime registeredAt, @Nullable LocalDate received)
            implements ReferralEvent {}

    /** The authority decided; {@code received} only where it was known at once. */
    record DecisionMade(Decision decision) implements ReferralEvent {}

    /** The decision reached us; {@code decision} carries the day. */
    record DecisionReceived(DecisionId decision, DecisionKind kind, LocalDate made, LocalDate received)
            implements ReferralEvent {}
}
