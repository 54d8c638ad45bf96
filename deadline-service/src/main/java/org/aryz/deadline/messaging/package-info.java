/** What other services tell this one, and what it tells them. */
@NullMarked
package org.aryz.deadline.messaging;

import org.jspecify.annotations.NullMarked;
