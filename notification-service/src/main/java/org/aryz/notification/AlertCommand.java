package org.aryz.notification;

import java.time.Instant;
import java.util.List;

/** What may be asked of an alert. */
public sealed interface AlertCommand {

    /** When it is asked. */
    Instant at();

    /** Tell these people. */
    record Raise(Notice notice, List<Route> routes, Instant at) implements AlertCommand {}

    /** The message was accepted by the next server. */
    record RecordHandedOver(Route route, Instant at) implements AlertCommand {}

    /** The attempt failed, a later one may succeed. */
    record RecordFailure(Route route, String reason, Instant at) implements AlertCommand {}

    /** No attempt can succeed: tell {@code others} instead, who are not told yet. */
    record RecordBounce(Route route, String reason, List<Route> others, Instant at) implements AlertCommand {}

    /**
     * Those told stayed silent: tell the next.
     *
     * @param ladder the steps of the ladder from the lowest on; the first with somebody left to tell is next
     */
    record Escalate(Escalation rule, List<List<Route>> ladder, Instant at) implements AlertCommand {}

    /** A person takes note. */
    record Acknowledge(String by, Instant at) implements AlertCommand {}

    /** The reason of the alert is gone. */
    record StandDown(String reason, Instant at) implements AlertCommand {}
}
