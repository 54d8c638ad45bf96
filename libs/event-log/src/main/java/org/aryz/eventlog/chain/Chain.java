package org.aryz.eventlog.chain;

/** The chain of one stream: the hash of each event is over the hash of the one before it, so no link can be exchanged alone. */
public final class Chain {

    private Chain() {}

    /** What the first event of a stream is linked to: 32 zero bytes. */
    public static byte[] start() {
        return new byte[Sha256.BYTES];
    }

    /** The hash of an event: SHA-256 of the hash before it and its {@link Content#digest}. */
    public static byte[] link(byte[] previous, byte[] contentDigest) {
        return Sha256.of(previous, contentDigest);
    }
}
