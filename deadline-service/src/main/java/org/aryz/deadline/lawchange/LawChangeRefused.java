package org.aryz.deadline.lawchange;

/** The law can't be changed so; nothing happened. */
public final class LawChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** There is no such change. */
        UNKNOWN,
        /** Who proposed it can't apply it. */
        SAME_PERSON,
        /** The dry run is not over. */
        NOT_EXAMINED,
        /** The law has changed since the dry run. */
        STALE,
        /** It was applied or rejected before. */
        DECIDED
    }

    LawChangeRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
