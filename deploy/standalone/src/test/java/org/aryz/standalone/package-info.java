/** Tests of the launcher, and of the whole system through it. */
@NullMarked
package org.aryz.standalone;

import org.jspecify.annotations.NullMarked;
