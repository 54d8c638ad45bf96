/** Tells in time: rungs that are due are told set-based, what has to be decided is handed to the decider. */
@NullMarked
package org.aryz.deadline.firing;

import org.jspecify.annotations.NullMarked;
