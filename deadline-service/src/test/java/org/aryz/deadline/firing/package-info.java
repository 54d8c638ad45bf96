/** Firing against the real database. */
@NullMarked
package org.aryz.deadline.firing;

import org.jspecify.annotations.NullMarked;
