package org.aryz.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far telling one person by one channel has come.
 *
 * @param attempt number of the attempt that is to come, or that settled it
 * @param escalation why this person is told after another: {@link #BOUNCED_BEFORE} or {@link #NOT_ACKNOWLEDGED}; null for
 *     those chosen at once
 */
public record Delivery(State state, int attempt, Instant at, @Nullable String escalation) {
    /** The address of the person before is bad. */
    public static final String BOUNCED_BEFORE = "bounced";

    /** Nobody took note in time. */
    public static final String NOT_ACKNOWLEDGED = "not-acknowledged";

    /** Where a delivery stands; {@code HANDED_OVER} means that the next server answers for it now. */
    public enum State {
        QUEUED("queued"),
        HANDED_OVER("handed-over"),
        BOUNCED("bounced");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public boolean pending() {
        return state == State.QUEUED;
    }

    /** Attempts made so far. */
    public int attempts() {
        return pending() ? attempt - 1 : attempt;
    }
}
