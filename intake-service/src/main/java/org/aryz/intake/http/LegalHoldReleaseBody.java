package org.aryz.intake.http;

import org.aryz.intake.ComplaintCommand.LiftLegalHold;
import org.aryz.intake.application.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of a legal hold. */
@Schema(name = "NewLegalHoldRelease")
public record LegalHoldReleaseBody(@Schema(maxLength = PersonalChecks.LONGEST_NOTE) @Nullable String note)
        implements StepBody {
    @Override
    public void check(Checks checks) {
        PersonalChecks.checkNote(checks, note);
    }

    @Override
    public Change toChange(String actor) {
        return new Change(note, LiftLegalHold::new);
    }
}
