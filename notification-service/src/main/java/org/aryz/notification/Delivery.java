package org.aryz.notification;

import java.time.Instant;

/**
 * How far telling one person by one channel has come.
 *
 * @param attempt number of the attempt that is to come, or that settled it
 */
public record Delivery(State state, int attempt, Instant at) {

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
