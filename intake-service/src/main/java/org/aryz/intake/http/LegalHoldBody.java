package org.aryz.intake.http;

import static java.util.Objects.requireNonNull;

import org.aryz.intake.ComplaintCommand.SetLegalHold;
import org.aryz.intake.HoldReason;
import org.aryz.intake.application.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why nothing of a complaint may be erased. */
@Schema(name = "NewLegalHold", requiredProperties = "reason")
public record LegalHoldBody(
        @Nullable HoldReason reason, @Schema(maxLength = PersonalChecks.LONGEST_NOTE) @Nullable String note)
        implements ReasonedBody {
    @Override
    public Change toChange(String actor) {
        return new Change(note, unit -> new SetLegalHold(requireNonNull(reason), unit));
    }
}
