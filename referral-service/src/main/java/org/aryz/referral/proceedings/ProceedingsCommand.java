package org.aryz.referral.proceedings;

import java.time.LocalDate;
import java.util.UUID;
import org.aryz.referral.ComplaintId;
import org.jspecify.annotations.Nullable;

/** What can be asked of the proceedings. */
public sealed interface ProceedingsCommand {
    /** Record that a judgment took legal force; without a suspect it stands for the whole case. */
    record RecordJudgmentInForce(ComplaintId complaint, Outcome outcome, LocalDate inForceOn, @Nullable UUID suspect)
            implements ProceedingsCommand {}
}
