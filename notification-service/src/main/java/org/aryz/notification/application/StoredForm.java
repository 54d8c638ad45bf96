package org.aryz.notification.application;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.notification.AlertEvent;
import org.aryz.notification.Notice;
import org.aryz.notification.Route;
import org.jspecify.annotations.Nullable;

/** How alerts look in the database. */
public interface StoredForm {

    NewEvent write(AlertEvent event);

    AlertEvent read(RecordedEvent event);

    /** What is stored with each event of an alert: its complaint, its deadline, and the cause. */
    String metadata(Notice notice, Cause cause);

    /**
     * The row by which couriers find a delivery.
     *
     * @param state only {@code queued} ones are found
     * @param wait time until the next attempt
     */
    InlineRow row(UUID alert, Route route, String state, int attempts, Duration wait);

    /**
     * The row by which an alert is found when it passes on to the next person.
     *
     * @param passesOnAt null if it does not, or not any more
     */
    InlineRow row(UUID alert, @Nullable Instant passesOnAt);
}
