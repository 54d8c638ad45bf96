package org.aryz.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.aryz.referral.Channel;
import org.aryz.referral.DecisionKind;
import org.aryz.referral.OverrideReason;
import org.aryz.referral.proceedings.Outcome;
import org.jspecify.annotations.Nullable;

/** What is sent to this service. */
final class Bodies {
    private Bodies() {}

    /** A complaint was sent to an authority. */
    record SendReferral(
            @NotBlank @Size(max = 64) String authority,
            @NotNull Channel channel,
            @NotNull OffsetDateTime sentAt,
            @Nullable @Valid Overriding override) {}

    /** A coordinator answers for a referral without consent, or near to the accused. */
    record Overriding(@NotNull OverrideReason reason) {}

    /** The authority registered the referral; {@code received} is the day the word of it reached us. */
    record RecordRegistration(
            @NotBlank @Size(max = 100) String number,
            @NotNull OffsetDateTime registeredAt,
            @Nullable LocalDate received) {}

    /** The authority decided. */
    record RecordDecision(@NotNull DecisionKind kind, @NotNull LocalDate made, @Nullable LocalDate received) {}

    /** A decision reached us. */
    record RecordReceipt(@NotNull LocalDate received) {}

    /** A judgment took legal force; without a suspect it stands for the whole case. */
    record RecordJudgment(@NotNull Outcome outcome, @NotNull LocalDate inForceOn, @Nullable UUID suspect) {}
}
