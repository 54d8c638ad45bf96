package org.aryz.intake.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.aryz.intake.ComplaintCommand.ErasePersonalData;
import org.aryz.intake.ErasureReason;
import org.aryz.intake.ErasureRequester;
import org.aryz.intake.OverrideReason;
import org.aryz.intake.Person;
import org.aryz.intake.application.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose data are erased, who asked for it and why. */
@Schema(
        name = "NewErasure",
        requiredProperties = {"of", "askedBy", "reason"})
public record ErasureBody(
        @Schema(description = "one human may be named twice, as complainant and as victim") @Nullable
                List<@Nullable Person> of,
        @Nullable ErasureRequester askedBy,
        @Nullable ErasureReason reason,
        @Schema(description = "a coordinator's, where the complaint is not closed") @Nullable OverrideReason override,
        @Schema(description = "sealed; it must not speak of who is erased", maxLength = PersonalChecks.LONGEST_NOTE)
                @Nullable
                String note)
        implements StepBody {
    @Override
    public void check(Checks checks) {
        PersonalChecks.checkPersons(checks, of);
        checks.present("/askedBy", askedBy);
        checks.present("/reason", reason);
        PersonalChecks.checkNote(checks, note);
    }

    @Override
    public Change toChange(String actor) {
        return new Change(
                note,
                unit -> new ErasePersonalData(
                        PersonalChecks.named(of),
                        requireNonNull(askedBy),
                        requireNonNull(reason),
                        override,
                        actor,
                        unit));
    }
}
