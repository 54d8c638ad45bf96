package org.aryz.eventlog.kafka;

import java.io.Serial;

/** Kafka can't answer now; what was to be sent waits. */
public final class KafkaUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    KafkaUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
