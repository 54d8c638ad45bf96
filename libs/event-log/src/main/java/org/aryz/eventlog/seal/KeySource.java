package org.aryz.eventlog.seal;

/**
 * Where key-encryption keys come from. A file or a secret of the environment is enough for most; where a key-management
 * service (KMS) must hold them, implement this by asking it to decrypt the ring when it is read.
 */
@FunctionalInterface
public interface KeySource {

    /**
     * The keys as they are now. Read again while the service runs, so that a key may be added without a restart; may
     * block for the time of reading a small file.
     */
    KeyRing read();

    /** Keys that were handed over as text, as in a secret of the environment; words separated by white space. */
    static KeySource text(String keys) {
        var ring = KeyRing.parse(keys, "The setting of the key-encryption keys");
        return () -> ring;
    }
}
