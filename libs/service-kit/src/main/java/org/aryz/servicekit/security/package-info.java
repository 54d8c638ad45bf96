/** Who calls, and what they may do. */
@NullMarked
package org.aryz.servicekit.security;

import org.jspecify.annotations.NullMarked;
