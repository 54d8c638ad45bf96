/** Watches over firing from outside of it: whether it gets on, who keeps it waiting, and that others can see that it does. */
@NullMarked
package org.aryz.deadline.watch;

import org.jspecify.annotations.NullMarked;
