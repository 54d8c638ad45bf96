package org.aryz.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A decision with its two dates: when it was made, and when it reached us, which may be months later. */
public record Decision(DecisionId id, DecisionKind kind, LocalDate made, @Nullable LocalDate received) {
    public Decision receivedOn(LocalDate day) {
        return new Decision(id, kind, made, day);
    }
}
