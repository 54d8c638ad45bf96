/** What projections promise. */
@NullMarked
package org.aryz.eventlog.projection;

import org.jspecify.annotations.NullMarked;
