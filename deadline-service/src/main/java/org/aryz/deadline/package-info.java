/** Deadlines as a pure function of the facts of a case, the law and the calendar; and what to say about them when. */
@NullMarked
package org.aryz.deadline;

import org.jspecify.annotations.NullMarked;
