package org.aryz.referral.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.Cut;
import org.aryz.referral.Channel;
import org.aryz.referral.Decision;
import org.aryz.referral.DecisionKind;
import org.aryz.referral.Referral;
import org.aryz.referral.application.ReferralFiles.ReferralFile;
import org.aryz.referral.application.ReferralOverview;
import org.aryz.referral.application.RegistrationNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What this service answers with. */
final class Answers {
    private Answers() {}

    /** Something was made or changed; {@code version} is that of its stream now. */
    record Changed(UUID id, long version) {}

    /** A referral was sent. */
    record Sent(UUID id, long version, UUID complaintId) {}

    /** A judgment was recorded; {@code version} is that of the proceedings now. */
    record JudgmentRecorded(UUID complaintId, long version) {}

    /** The referrals of a complaint. */
    record ReferralList(List<ReferralAnswer> referrals) {
        static ReferralList of(List<ReferralOverview> overviews) {
            return new ReferralList(overviews.stream().map(ReferralAnswer::of).toList());
        }
    }

    /**
     * A referral; its registration number for staff only, and only when it is read by itself.
     *
     * @param version of the last event that counts
     * @param occurredUpTo the time until which what happened counts, and
     * @param knownUpTo the time until which what was recorded counts; absent where all does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReferralAnswer(
            UUID id,
            UUID complaintId,
            String reference,
            long version,
            @Nullable Instant occurredUpTo,
            @Nullable Instant knownUpTo,
            String authority,
            Channel channel,
            Referral.Status status,
            Instant sentAt,
            @Nullable Instant registeredAt,
            @Schema(oneOf = {String.class, Erased.class}) @Nullable Object registrationNumber,
            List<DecisionAnswer> decisions) {

        static ReferralAnswer of(ReferralOverview overview) {
            return of(overview, Cut.NONE, null);
        }

        static ReferralAnswer of(ReferralFile file, Cut cut) {
            return of(
                    file.overview(),
                    cut,
                    switch (file.number()) {
                        case RegistrationNumber.NotShown _ -> null;
                        case RegistrationNumber.Shown shown -> shown.text();
                        case RegistrationNumber.Erased _ -> new Erased(true);
                    });
        }

        private static ReferralAnswer of(ReferralOverview overview, Cut cut, @Nullable Object registrationNumber) {
            return new ReferralAnswer(
                    overview.id().value(),
                    overview.complaintId().value(),
                    overview.reference(),
                    overview.version(),
                    cut.occurredUpTo(),
                    cut.knownUpTo(),
                    overview.authority().value(),
                    overview.channel(),
                    overview.status(),
                    overview.sentAt(),
                    overview.registeredAt(),
                    registrationNumber,
                    overview.decisions().stream().map(DecisionAnswer::of).toList());
        }
    }

    /** Stands where something was erased. */
    record Erased(boolean erased) {}

    /** A decision with its two dates. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionAnswer(UUID id, DecisionKind kind, LocalDate made, @Nullable LocalDate received) {
        static DecisionAnswer of(Decision decision) {
            return new DecisionAnswer(decision.id().value(), decision.kind(), decision.made(), decision.received());
        }
    }
}
