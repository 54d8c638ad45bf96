/** Travelling in time with a whole stack, so that nothing on the way is passed over. */
@NullMarked
package org.aryz.standalone.journey;

import org.jspecify.annotations.NullMarked;
