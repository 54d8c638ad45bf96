package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.aryz.eventlog.InlineRow;
import org.aryz.referral.ComplaintId;

/** The referrals of each complaint, as they stand. */
public interface ReferralOverviews {
    /** In the order in which they were sent. */
    Uni<List<ReferralOverview>> of(ComplaintId complaint);

    /** What to keep when a referral changes. */
    InlineRow row(ReferralOverview overview);
}
