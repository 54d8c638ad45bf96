package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The one clock: that of the database. */
public interface DatabaseTime {
    Uni<Instant> now();
}
