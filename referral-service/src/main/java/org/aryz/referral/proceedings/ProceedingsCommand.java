package org.aryz.referral.proceedings;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aryz.referral.ComplaintId;
import org.jspecify.annotations.Nullable;

/** What can be asked of the proceedings. */
public sealed interface ProceedingsCommand {
    /** Record that a judgment took legal force; without a suspect it stands for the whole case. */
    record RecordJudgmentInForce(ComplaintId complaint, Outcome outcome, LocalDate inForceOn, @Nullable UUID suspect)
            implements ProceedingsCommand {}

    /**
     * Record a fact.
     *
     * @param id for what the fact begins, if it begins something
     * @param note the sealed unit that holds what was written about it
     * @param referrals those of the complaint
     * @param nearTheAccused whether the authority that the fact names is, or is close to, the body complained about
     */
    record RecordFact(
            ComplaintId complaint,
            Fact fact,
            LocalDate occurredAt,
            @Nullable LocalDate receivedAt,
            UUID id,
            @Nullable UUID note,
            List<KnownReferral> referrals,
            boolean nearTheAccused)
            implements ProceedingsCommand {}
}
