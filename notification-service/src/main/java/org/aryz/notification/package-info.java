/** An alert about a deadline: who is told, how it went, who took note. Java only. */
@NullMarked
package org.aryz.notification;

import org.jspecify.annotations.NullMarked;
