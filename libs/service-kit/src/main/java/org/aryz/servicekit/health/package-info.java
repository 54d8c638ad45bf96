/** Whether a service can work, and what to do when it cannot. */
@NullMarked
package org.aryz.servicekit.health;

import org.jspecify.annotations.NullMarked;
