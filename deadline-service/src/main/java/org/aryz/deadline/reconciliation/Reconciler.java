package org.aryz.deadline.reconciliation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.Expected;
import org.aryz.eventlog.LogUnavailable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares and repairs a few complaints at a time. A complaint that changes meanwhile is left to who changed it. A repair is a
 * decision like any other: it counts only if no other came in between, and it tells nothing twice.
 */
public final class Reconciler {
    static final int BATCH = 50;
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final DueTable table;
    private final ComplaintDeadlines deadlines;
    private final BiConsumer<Difference, Long> figures;

    /** @param figures told of what was found, when it was */
    public Reconciler(Pool pool, ComplaintDeadlines deadlines, BiConsumer<Difference, Long> figures) {
        this.table = new DueTable(pool);
        this.deadlines = deadlines;
        this.figures = figures;
    }

    /** What came of some complaints; of none at the end of the pass. */
    record Batch(List<UUID> complaints, long failed, Map<Difference, Long> found) {}

    private record Result(boolean failed, Map<Difference, Long> found) {
        static final Result FINE = new Result(false, Map.of());
    }

    /** Looks at the next complaints after this one. Fails only while the database is away. */
    Uni<Batch> after(UUID complaint) {
        return table.complaintsAfter(complaint, BATCH).flatMap(complaints -> Multi.createFrom()
                .iterable(complaints)
                .onItem()
                .transformToUniAndConcatenate(this::inAnyCase)
                .collect()
                .asList()
                .map(results -> batch(complaints, results)));
    }

    private static Batch batch(List<UUID> complaints, List<Result> results) {
        var found = new EnumMap<Difference, Long>(Difference.class);
        results.forEach(result -> result.found().forEach((kind, count) -> found.merge(kind, count, Long::sum)));
        return new Batch(complaints, results.stream().filter(Result::failed).count(), found);
    }

    /** A complaint that can't be read keeps no other from being looked at. */
    private Uni<Result> inAnyCase(UUID complaint) {
        return reconcile(complaint)
                .onFailure(failure -> !(failure instanceof LogUnavailable))
                .invoke(failure -> LOG.warnf(
                        "Complaint %s could not be reconciled: %s",
                        complaint, failure.getClass().getName()))
                .onFailure(failure -> !(failure instanceof LogUnavailable))
                .recoverWithItem(new Result(true, Map.of()));
    }

    private Uni<Result> reconcile(UUID complaint) {
        return deadlines.expected(complaint).flatMap(expected -> table.armedFor(List.of(complaint))
                .flatMap(armed -> compared(expected, armed.get(complaint))));
    }

    private Uni<Result> compared(Expected expected, DueTable.@Nullable Armed armed) {
        if (armed == null || armed.version() != expected.version()) {
            return Uni.createFrom().item(Result.FINE);
        }
        var comparison = Comparison.of(expected, armed.rows());
        return comparison.isEmpty() ? Uni.createFrom().item(Result.FINE) : repaired(expected, comparison);
    }

    private Uni<Result> repaired(Expected expected, Comparison comparison) {
        var found = comparison.counts();
        LOG.errorf(
                "What is armed for complaint %s is not what its history asks for and is repaired: %s",
                expected.complaint(), found);
        found.forEach(figures);
        return disarmed(expected, comparison.surplus())
                .chain(() -> comparison.hasMoreThanSurplus()
                        ? deadlines.decideAgain(expected.complaint())
                        : Uni.createFrom().voidItem())
                .replaceWith(new Result(false, found));
    }

    private Uni<Void> disarmed(Expected expected, List<UUID> surplus) {
        return surplus.isEmpty()
                ? Uni.createFrom().voidItem()
                : table.disarm(expected.complaint(), expected.version(), new ArrayList<>(surplus));
    }
}
