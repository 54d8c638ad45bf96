package org.aryz.intake.http;

import org.jspecify.annotations.Nullable;

/** What needs a reason, by a code, and may bear a note. */
sealed interface ReasonedBody extends StepBody permits LegalHoldBody, StepBody.ClosureBody {
    @Nullable
    Enum<?> reason();

    @Nullable
    String note();

    @Override
    default void check(Checks checks) {
        checks.present("/reason", reason());
        PersonalChecks.checkNote(checks, note());
    }
}
