package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.aryz.notification.Route;

/** The queue of deliveries, shared by all replicas. */
public interface DueDeliveries {

    /**
     * Takes at most {@code limit} due deliveries out of everybody's sight for a short time. No transaction stays open:
     * what is neither settled nor given back in that time comes up again by itself.
     */
    Uni<List<Due>> claim(int limit);

    /** Gives a claimed delivery back untried. */
    Uni<Void> giveBack(Due due);

    /** A delivery whose time has come. */
    record Due(UUID alert, Route route) {}
}
