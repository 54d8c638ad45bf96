package org.aryz.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.aryz.notification.Alert.Raised;

/**
 * When silence passes an alert on to the next person.
 *
 * @param severities those of which somebody must take note
 * @param after how long the persons told last may stay silent
 */
public record Escalation(Set<Severity> severities, Duration after) {

    public Escalation {
        severities = Set.copyOf(severities);
        if (!after.isPositive()) {
            throw new IllegalArgumentException("nobody can answer within " + after);
        }
    }

    /** When the alert passes on, or has been due to; never once it is settled, or if nobody need take note of it. */
    public Optional<Instant> dueAt(Raised alert) {
        return alert.open() && severities.contains(alert.notice().severity())
                ? Optional.of(alert.toldAt().plus(after))
                : Optional.empty();
    }

    boolean isDue(Raised alert, Instant at) {
        return dueAt(alert).filter(due -> !due.isAfter(at)).isPresent();
    }
}
