package org.aryz.eventlog.seal;

/** What opening a sealed unit gives. */
public sealed interface Opened {
    /** The bytes that were sealed. */
    record Plain(byte[] bytes) implements Opened {}

    /** The unit's key was destroyed: the content is gone for ever. */
    record Erased() implements Opened {}
}
