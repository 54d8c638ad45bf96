package org.aryz.referral.application;

import java.time.Instant;
import java.util.List;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.Channel;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Decision;
import org.aryz.referral.Referral;
import org.aryz.referral.ReferralId;
import org.jspecify.annotations.Nullable;

/** What may be shown of a referral to all who may see its complaint: everything but the authority's number. */
public record ReferralOverview(
        ReferralId id,
        ComplaintId complaintId,
        String reference,
        long version,
        AuthorityCode authority,
        Channel channel,
        Referral.Status status,
        Instant sentAt,
        @Nullable Instant registeredAt,
        List<Decision> decisions) {

    public ReferralOverview {
        decisions = List.copyOf(decisions);
    }

    public static ReferralOverview of(ReferralId id, String reference, long version, Referral.Sent state) {
        var registration = state.registration();
        return new ReferralOverview(
                id,
                state.sending().complaint(),
                reference,
                version,
                state.sending().to(),
                state.sending().channel(),
                state.status(),
                state.sending().sentAt().toInstant(),
                registration == null ? null : registration.registeredAt().toInstant(),
                state.decisions());
    }
}
