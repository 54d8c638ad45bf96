package org.aryz.deadline;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a term still runs, as far as the facts tell; whether it has run out is a question of the hour. */
public sealed interface Standing {
    /** It runs. */
    record Open() implements Standing {}

    /** It stands still; what is left runs on once it is resumed. */
    record Suspended(String reason) implements Standing {}

    /** What was to be done was done. */
    record Met(String fact, boolean late) implements Standing {}

    /**
     * It has no object any more.
     *
     * @param by the named person who gave it up, by opaque id; null where the facts or the law ended it
     */
    record Waived(String reason, @Nullable String by) implements Standing {
        static final String NO_LONGER_APPLIES = "no-longer-applies";

        private static final Set<String> OTHERS_RUN_INSTEAD =
                Set.of("suspect-identified", "qualification-set", "qualification-changed", NO_LONGER_APPLIES);

        /** Whether another term took its place, so that nothing is to be concluded from this one. */
        boolean replaced() {
            return by == null && OTHERS_RUN_INSTEAD.contains(reason);
        }
    }

    default String code() {
        return switch (this) {
            case Open _ -> "open";
            case Suspended _ -> "suspended";
            case Met _ -> "met";
            case Waived _ -> "waived";
        };
    }
}
