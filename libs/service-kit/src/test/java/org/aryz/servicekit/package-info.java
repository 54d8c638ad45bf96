/** Tests of the kit through HTTP. */
@NullMarked
package org.aryz.servicekit;

import org.jspecify.annotations.NullMarked;
