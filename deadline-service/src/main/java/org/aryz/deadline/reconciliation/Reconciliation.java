package org.aryz.deadline.reconciliation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all complaints.
 *
 * @param reason {@code start} of a replica, {@code schedule}, or {@code asked} by a person
 * @param askedBy that person, by opaque id
 * @param cameTo the last complaint that was looked at
 * @param failed complaints that could not be compared
 */
public record Reconciliation(
        UUID id,
        String reason,
        @Nullable String askedBy,
        Instant beganAt,
        @Nullable Instant finishedAt,
        UUID cameTo,
        long checked,
        Map<Difference, Long> found,
        long failed) {
    public Reconciliation {
        found = Map.copyOf(found);
    }

    public long found(Difference kind) {
        return found.getOrDefault(kind, 0L);
    }

    long differences() {
        return found.values().stream().mapToLong(Long::longValue).sum();
    }
}
