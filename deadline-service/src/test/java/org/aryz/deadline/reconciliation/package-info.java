/** Comparing what is armed with what should be. */
@NullMarked
package org.aryz.deadline.reconciliation;

import org.jspecify.annotations.NullMarked;
