/** Derives from the event log alone what should be armed, holds it against what is, and repairs the difference. */
@NullMarked
package org.aryz.deadline.reconciliation;

import org.jspecify.annotations.NullMarked;
