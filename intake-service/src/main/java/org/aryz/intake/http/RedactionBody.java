package org.aryz.intake.http;

import java.util.List;
import org.aryz.intake.ComplaintCommand.RedactTexts;
import org.aryz.intake.Person;
import org.aryz.intake.application.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What remains of narrative and notes when a person is erased; texts written before go with the erasure. */
@Schema(name = "NewRedaction", requiredProperties = "of")
public record RedactionBody(
        @Schema(description = "of whom the new texts do not speak") @Nullable List<@Nullable Person> of,
        @Schema(
                        description = "the narrative without them; none of it remains if absent",
                        maxLength = PersonalChecks.LONGEST_NARRATIVE)
                @Nullable
                String narrative,
        @Schema(
                        description = "what remains of all notes without them; nothing if absent",
                        maxLength = PersonalChecks.LONGEST_NOTE)
                @Nullable
                String note)
        implements StepBody {
    @Override
    public void check(Checks checks) {
        PersonalChecks.checkPersons(checks, of);
        checks.atMost(PersonalChecks.LONGEST_NARRATIVE, "/narrative", narrative);
        PersonalChecks.checkNote(checks, note);
    }

    @Override
    public Change toChange(String actor) {
        return new Change(
                narrative,
                note,
                (remaining, remainingNote) -> new RedactTexts(PersonalChecks.named(of), remaining, remainingNote));
    }
}
