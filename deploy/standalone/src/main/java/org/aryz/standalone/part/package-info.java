/** The servers of the stack, each knowing how it is prepared, started and found ready. */
@NullMarked
package org.aryz.standalone.part;

import org.jspecify.annotations.NullMarked;
