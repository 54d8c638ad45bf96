package org.aryz.deadline.lawchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do to one deadline.
 *
 * @param subject the deadline; the complaint itself where something becomes of all of it
 * @param rule an empty text for the complaint itself
 * @param oldDueAt null for a term that would begin
 * @param newDueAt null for a term that would end
 * @param alerts the rungs that would be told at once
 * @param states what it would become: {@code opened}, {@code breached}, {@code expired} and the like
 */
public record Effect(
        UUID subject,
        String rule,
        @Nullable Instant oldDueAt,
        @Nullable Instant newDueAt,
        List<String> alerts,
        List<String> states) {
    public Effect {
        alerts = List.copyOf(alerts);
        states = List.copyOf(states);
    }
}
