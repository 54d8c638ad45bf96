/** Who else is at work in the database of the log, as far as that may be told. */
@NullMarked
package org.aryz.eventlog.sessions;

import org.jspecify.annotations.NullMarked;
