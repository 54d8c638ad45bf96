package org.aryz.eventlog.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a projection.
 *
 * @param head position of the last event of the log
 * @param at when it was asked, on the database's clock
 * @param building null unless one is being built
 * @param replicas the processes that live and feed it
 */
public record ProjectionStatus(
        String name,
        long head,
        Instant at,
        @Nullable Generation serving,
        @Nullable Generation building,
        List<Replica> replicas) {

    /**
     * A generation of it.
     *
     * @param position of the last event taken in
     * @param failure of what kind the failure of its last batch was, if it failed
     */
    public record Generation(
            int id,
            int version,
            long position,
            @Nullable String failure,
            Instant startedAt,
            @Nullable Instant servingSince) {}

    /** A process, and the version that it knows. */
    public record Replica(UUID id, int version, Instant leasedUntil) {}

    /** Positions of the log that a generation has not taken in; as some are never used, at least as many as events. */
    public long behind(Generation generation) {
        return Math.max(0, head - generation.position());
    }

    public double percent(Generation generation) {
        return head == 0 ? 100 : Math.floor(1000.0 * generation.position() / head) / 10;
    }

    /** When a generation will have come to the end of the log at its pace so far; null before it has taken anything in. */
    public @Nullable Instant estimatedEnd(Generation generation) {
        if (generation.position() == 0) {
            return null;
        }
        var soFar = Duration.between(generation.startedAt(), at).toMillis();
        return at.plusMillis((long) ((double) soFar * behind(generation) / generation.position()));
    }

    /** Replicas that know only older versions than a generation's: it does not serve before they are gone. */
    public List<Replica> olderThan(Generation generation) {
        return replicas.stream()
                .filter(replica -> replica.version() < generation.version())
                .toList();
    }
}
