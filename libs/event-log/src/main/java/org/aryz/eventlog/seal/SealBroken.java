package org.aryz.eventlog.seal;

import java.io.Serial;
import java.util.UUID;

/** A sealed unit whose key exists does not open: another key file is in use, or what was stored was changed. */
public final class SealBroken extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SealBroken(UUID unit, Throwable cause) {
        super("The sealed unit " + unit + " does not open: wrong key file, or changed data", cause);
    }
}
