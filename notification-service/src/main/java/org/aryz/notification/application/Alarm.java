package org.aryz.notification.application;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A letter about this house, not about a complaint: alerts may not come, or come again.
 *
 * @param id the same when the same letter is sent again
 * @param ended whether it says that all is well again
 * @param since when the sign that is missed, or was, had last been seen
 */
public record Alarm(UUID id, Kind kind, boolean ended, Instant since) {

    /** What is missed. */
    public enum Kind {
        /** The deadline service does not say any more until when everything has fired, or that instant stands still. */
        WATERMARK,
        /** A trial alert has not come through to its mailbox. */
        CANARY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
