/** How the law in use changes: proposed by one person, tried out on every open complaint, applied by another. */
@NullMarked
package org.aryz.deadline.lawchange;

import org.jspecify.annotations.NullMarked;
