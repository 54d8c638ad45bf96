/** The verifier, tested by tampering. */
@NullMarked
package org.aryz.eventlog.verify;

import org.jspecify.annotations.NullMarked;
