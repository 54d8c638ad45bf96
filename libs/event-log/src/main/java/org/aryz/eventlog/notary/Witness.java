package org.aryz.eventlog.notary;

import java.time.Duration;

/**
 * Keeps checkpoints where those who could change the log can't. It gets each newest checkpoint at least once; of those that
 * were signed while it was away only the last, which vouches for them.
 */
@FunctionalInterface
public interface Witness extends AutoCloseable {

    /** Keeps a signed note; may block for a few seconds. Any exception means that it is not kept, and it comes again. */
    void keep(String note);

    /** How long it is spared after it has kept a note; of those signed meanwhile it gets the last. */
    default Duration rest() {
        return Duration.ZERO;
    }

    /** What it is called in figures and in the log. */
    default String name() {
        return getClass().getSimpleName();
    }

    @Override
    default void close() {}
}
