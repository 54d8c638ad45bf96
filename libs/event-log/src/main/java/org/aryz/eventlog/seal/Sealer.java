package org.aryz.eventlog.seal;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Seals personal data before it is stored, and opens it again while its key exists. */
public interface Sealer {

    /** Encrypts with a fresh key. Pure computation: the wrapped key is stored with the event that carries the unit. */
    SealedUnit seal(String kind, byte[] plaintext);

    /** Opens units. A unit whose key was destroyed is {@link Opened.Erased}, never an exception. */
    Uni<Map<UUID, Opened>> open(Collection<SealedUnit> units);

    /** Keyed hash (HMAC-SHA-256 under a key derived from the key-encryption key) for recognising equal requests. */
    byte[] keyedHash(byte[] bytes);
}
