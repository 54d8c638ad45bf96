/** Personal data at rest: AES-256-GCM with a key per sealed unit, keys wrapped by a key-encryption key. */
@NullMarked
package org.aryz.eventlog.seal;

import org.jspecify.annotations.NullMarked;
