package org.aryz.deadline;

/** A term can't be given up; nothing was changed. */
public final class WaiverRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** There is no such term in the complaint. */
        UNKNOWN_DEADLINE,
        /** It was met, has ended or was given up before. */
        NOT_RUNNING,
        /** The rule knows no such reason. */
        REASON_NOT_ALLOWED,
        /** A limitation ends by law, not by choice. */
        LIMITATION_RUNS_ON
    }

    WaiverRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
