package org.aryz.eventlog;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The log can't answer now; nothing was acknowledged. Carries when to come again. */
public final class LogUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public LogUnavailable(String reason, Duration retryAfter, @Nullable Throwable cause) {
        super(reason, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
