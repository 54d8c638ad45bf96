package org.aryz.referral;

import java.io.Serial;

/** A command that the state of things does not allow; nothing happened. */
public final class RejectedCommand extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Rejection reason;

    public RejectedCommand(Rejection reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Rejection reason() {
        return reason;
    }
}
