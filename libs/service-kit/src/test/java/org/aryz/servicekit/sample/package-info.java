/** A tiny service, as the kit's tests need one. */
@NullMarked
package org.aryz.servicekit.sample;

import org.jspecify.annotations.NullMarked;
