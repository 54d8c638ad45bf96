package org.aryz.eventlog.seal;

import java.util.UUID;

/**
 * Something personal that is erased as one: a person's record, a version of a narrative, a note, a file.
 *
 * @param id names the unit and its key
 * @param kind what kind of thing it is, without personal data ({@code person}, {@code narrative}, {@code note})
 * @param ciphertext nonce and AES-256-GCM ciphertext, bound to the unit's id and kind
 * @param wrappedKey the unit's key, wrapped; stored apart from the event, and empty on units read from the log
 */
public record SealedUnit(UUID id, String kind, byte[] ciphertext, byte[] wrappedKey) {}
