package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The alerts that wait for somebody to take note, shared by all replicas. */
public interface DueEscalations {

    /**
     * Takes at most {@code limit} alerts whose time to pass on has come out of everybody's sight for a short time. What is not
     * settled in that time comes up again by itself.
     */
    Uni<List<UUID>> claim(int limit);
}
