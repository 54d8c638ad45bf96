package org.aryz.deadline.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When and how loudly to warn about a deadline: steps before, at and after its end. */
public record AlertSet(String id, List<AlertStep> steps, @Nullable Repetition repetition) {
    public AlertSet {
        steps = List.copyOf(steps);
    }
}
