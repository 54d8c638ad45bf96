/** The model of a complaint: what may be asked of it, what happens to it, and what it is by then. Java only. */
@NullMarked
package org.aryz.intake;

import org.jspecify.annotations.NullMarked;
