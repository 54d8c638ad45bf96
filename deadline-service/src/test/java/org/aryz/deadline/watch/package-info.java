/** Watching against the real database, with what can go wrong there. */
@NullMarked
package org.aryz.deadline.watch;

import org.jspecify.annotations.NullMarked;
