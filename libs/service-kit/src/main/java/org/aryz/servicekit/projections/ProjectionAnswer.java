package org.aryz.servicekit.projections;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.projection.ProjectionStatus;
import org.aryz.eventlog.projection.ProjectionStatus.Generation;
import org.jspecify.annotations.Nullable;

/**
 * A read model and how far it has come.
 *
 * @param head position of the last event of the log
 * @param building what is built to take the place of what serves; absent unless that is so
 * @param replicas the processes that live and feed it
 */
public record ProjectionAnswer(
        String name, long head, @Nullable Serving serving, @Nullable Building building, List<Replica> replicas) {

    /**
     * What answers questions now.
     *
     * @param position of the last event taken in
     * @param lag positions behind the last event of the log; some are never used
     * @param failure of what kind, if taking in the next events failed; it is tried again
     */
    public record Serving(
            int generation, int version, long position, long lag, Instant since, @Nullable String failure) {}

    /**
     * What is built beside it.
     *
     * @param percent how much of the log it has taken in
     * @param estimatedEnd when it will have taken in everything at its pace so far; absent before it has begun
     * @param waitsFor replicas that know only an older version: it does not serve before they are gone
     * @param failure of what kind, if taking in the next events failed; it is tried again
     */
    public record Building(
            int generation,
            int version,
            long position,
            double percent,
            Instant startedAt,
            @Nullable Instant estimatedEnd,
            int waitsFor,
            @Nullable String failure) {}

    /**
     * A process that feeds it.
     *
     * @param version that it knows
     * @param until when it counts as alive without a further sign of life, in real time
     */
    public record Replica(UUID id, int version, Instant until) {}

    static ProjectionAnswer of(ProjectionStatus status) {
        return new ProjectionAnswer(
                status.name(),
                status.head(),
                status.serving() == null ? null : serving(status, status.serving()),
                status.building() == null ? null : building(status, status.building()),
                status.replicas().stream()
                        .map(replica -> new Replica(replica.id(), replica.version(), replica.leasedUntil()))
                        .toList());
    }

    private static Serving serving(ProjectionStatus status, Generation generation) {
        return new Serving(
                generation.id(),
                generation.version(),
                generation.position(),
                status.behind(generation),
                generation.servingSince() == null ? generation.startedAt() : generation.servingSince(),
                generation.failure());
    }

    private static Building building(ProjectionStatus status, Generation generation) {
        return new Building(
                generation.id(),
                generation.version(),
                generation.position(),
                status.percent(generation),
                generation.startedAt(),
                status.estimatedEnd(generation),
                status.olderThan(generation).size(),
                generation.failure());
    }
}
