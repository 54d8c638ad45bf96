/** Checks a whole store from its stored bytes alone, and names the first event that is not what it was. */
@NullMarked
package org.aryz.eventlog.verify;

import org.jspecify.annotations.NullMarked;
