/** What the event log promises, shown on real servers. */
@NullMarked
package org.aryz.eventlog;

import org.jspecify.annotations.NullMarked;
