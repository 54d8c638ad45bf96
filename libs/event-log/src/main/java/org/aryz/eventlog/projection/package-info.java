/** Read models: fed from the log exactly once per event, and made anew while the one before serves. */
@NullMarked
package org.aryz.eventlog.projection;

import org.jspecify.annotations.NullMarked;
