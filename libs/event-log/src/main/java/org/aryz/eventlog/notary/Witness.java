package org.aryz.eventlog.notary;

/**
 * Keeps checkpoints where those who could change the log can't. It gets each newest checkpoint at least once; of those that
 * were signed while it was away only the last, which vouches for them.
 */
@FunctionalInterface
public interface Witness extends AutoCloseable {

    /** Keeps a signed note; may block for a few seconds. Any exception means that it is not kept, and it comes again. */
    void keep(String note);

    @Override
    default void close() {}
}
