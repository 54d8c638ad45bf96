package org.aryz.eventlog.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Appends that wait for their group. Commands that share a stream, an idempotency key or a source never travel at the
 * same time, and travel in the order they came. Not thread-safe: it lives on one event loop.
 */
final class GroupQueue {
    private final Deque<PendingAppend> waiting = new ArrayDeque<>();
    private final Set<Object> travelling = new HashSet<>();

    void add(PendingAppend pending) {
        waiting.add(pending);
    }

    int size() {
        return waiting.size();
    }

    /** The next group, which travels until it is {@link #arrived}; empty if nothing may travel now. */
    List<PendingAppend> depart(int limit) {
        var group = new ArrayList<PendingAppend>(Math.min(limit, waiting.size()));
        var heldBack = new ArrayDeque<PendingAppend>();
        var heldBackClaims = new HashSet<>();
        while (group.size() < limit && !waiting.isEmpty()) {
            var next = waiting.remove();
            if (Collections.disjoint(next.claims(), travelling)
                    && Collections.disjoint(next.claims(), heldBackClaims)) {
                travelling.addAll(next.claims());
                group.add(next);
            } else {
                heldBackClaims.addAll(next.claims());
                heldBack.add(next);
            }
        }
        heldBack.descendingIterator().forEachRemaining(waiting::addFirst);
        return group;
    }

    void arrived(List<PendingAppend> group) {
        group.forEach(pending -> pending.claims().forEach(travelling::remove));
    }

    /** Takes out those that came before the given time. */
    List<PendingAppend> giveUpBefore(long nanoTime) {
        var late = new ArrayList<PendingAppend>();
        while (!waiting.isEmpty() && waiting.element().waitsSinceBefore(nanoTime)) {
            late.add(waiting.remove());
        }
        return late;
    }
}
