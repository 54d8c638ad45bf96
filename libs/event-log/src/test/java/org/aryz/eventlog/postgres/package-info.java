/** The parts of the grouped append, each by itself. */
@NullMarked
package org.aryz.eventlog.postgres;

import org.jspecify.annotations.NullMarked;
