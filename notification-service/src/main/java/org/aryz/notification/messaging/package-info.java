/** What other services say to this one, and what it says to them. */
@NullMarked
package org.aryz.notification.messaging;

import org.jspecify.annotations.NullMarked;
