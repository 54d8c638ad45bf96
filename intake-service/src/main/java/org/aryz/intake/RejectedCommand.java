package org.aryz.intake;

import java.io.Serial;

/** A command that can't be done in the state the complaint is in; the reason is a code, never personal. */
public final class RejectedCommand extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    public RejectedCommand(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
