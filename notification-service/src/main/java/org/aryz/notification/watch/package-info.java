/** Watches from the far end of the way that alerts take: whether firing says that it gets on, and whether trial alerts arrive. */
@NullMarked
package org.aryz.notification.watch;

import org.jspecify.annotations.NullMarked;
