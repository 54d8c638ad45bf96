package org.aryz.deadline;

/** Whether a term still runs, as far as the facts tell; whether it has run out is a question of the hour. */
public sealed interface Standing {

    /** It runs. */
    record Open() implements Standing {}

    /** It stands still; what is left runs on once it is resumed. */
    record Suspended(String reason) implements Standing {}

    /** What was to be done was done. */
    record Met(String fact, boolean late) implements Standing {}

    /** It has no object any more. */
    record Waived(String reason) implements Standing {}

    default String code() {
        return switch (this) {
            case Open _ -> "open";
            case Suspended _ -> "suspended";
            case Met _ -> "met";
            case Waived _ -> "waived";
        };
    }
}
